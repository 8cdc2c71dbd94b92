// What the rules say when they refuse, in Chinese: movements of funds, links, payers and plans.

export const rules = {
  '{} {} of {}: {}': '{2} 的{0} {1}：{3}',
  'The movement was not entered; no balance has changed.': '该笔资金变动未录入，余额未变。',
  'the book has no account {}.': '账簿中没有账号 {}。',
  'account {} is kept in {}, the movement says {}.': '账号 {} 的币种是 {}，而该笔变动写的是 {}。',
  'Enter the movement in the currency of the account.': '请以该账号的币种录入。',
  'the book has no entity {}.': '账簿中没有主体 {}。',
  'the amount must be more than zero.': '金额必须大于零。',
  'Enter a positive amount; to take money back use a recovery or a reversal.':
    '请录入正数金额；要收回资金，请用“回收”或“冲销”。',
  '{} is more than the {} of unfrozen cash in {} on that day.': '{0} 超过了 {2} 当日未冻结的现金 {1}。',
  'Lower the amount, or top up or unfreeze the account first.': '请减小金额，或先为该账号充值或解冻。',
  '{} is paid for by {}; it may only receive what it still owes, {}.': '{0} 由 {1} 代付，只能收到其仍欠的 {2}。',
  'Allocate to {} instead, or end the pay-on-behalf link first.': '请改为划拨给 {}，或先结束代付关系。',
  "{} and {} belong to different entities and no link between them carries the vendor's cross-entity mark.":
    '{} 与 {} 属于不同主体，且两者之间没有带厂商“跨主体”标记的关系。',
  'Ask the vendor to enable funds across entities, then mark the link (cross_entity_funds = yes).':
    '请向厂商申请开通跨主体资金划拨，再在关系上标记（cross_entity_funds = yes）。',
  'it needs another account to move the money to.': '需要另一个收款账号。',
  'Name the account that receives the money.': '请指定收款账号。',
  'there is no allocation {} from {} to {}.': '没有从 {1} 到 {2} 的划拨 {0}。',
  'Name the allocation that brought the money; it goes back the way it came.':
    '请指明资金来自哪一笔划拨；资金按原路退回。',
  '{} is more than the {} of allocation {} that is unspent and unfrozen.':
    '{0} 超过了划拨 {2} 中未使用且未冻结的 {1}。',
  'Recover at most that amount.': '回收金额不得超过该数。',
  '{} is more than the {} of gift that is left.': '{} 超过了剩余赠送金 {}。',
  'Enter at most what is left.': '录入金额不得超过剩余数。',
  '{} is more than the {} that is frozen.': '{} 超过了已冻结的 {}。',
  'Unfreeze at most that amount.': '解冻金额不得超过该数。',
  'This would make a later entry of {} impossible: {}': '这会使 {} 的后续录入无法成立：{}',
  'Nothing was entered; no balance has changed.': '未录入任何内容，余额未变。',
  'Reverse that later entry first, or enter an amount that leaves enough for it.':
    '请先冲销那笔后续录入，或录入足以支持它的金额。',
  'The link was not started; who pays and who sees is as before.': '关系未建立；付款方与查看权限均未变。',
  '{} is an account of another provider, {}.': '{} 是另一家厂商（{}）的账号。',
  'Link accounts of one provider only.': '只能关联同一厂商的账号。',
  '{} cannot be its own admin.': '{} 不能作为自己的管理账号。',
  'Leave the link out: without one an account pays for itself.': '请不要填写该关系：没有关系的账号即为自付。',
  '{} is a member account.': '{} 是成员账号。',
  '{} is the admin account of another entity.': '{} 是另一主体的管理账号。',
  'Link to the admin account of the same entity, or to a group admin.': '请关联到同一主体的管理账号或集团管理账号。',
  'The provider asks every link to carry {}.': '该厂商要求每个关系都带有权限“{}”。',
  'Add the permission to the link.': '请在关系上加上该权限。',
  '{} is already paid for by {} in that time.': '{} 在该期间已由 {} 代付。',
  'End that link first, or start this one on the day it ends.': '请先结束那个关系，或让本关系从其结束日开始。',
  "{} belongs to {}, {} to {} on {}; the provider lets only the account's own entity pay for it.":
    '{4} 当日 {0} 属于 {1}，{2} 属于 {3}；该厂商只允许账号所属主体为其付款。',
  'Use self-pay, or the admin account of the same entity.': '请使用自付，或同一主体的管理账号。',
  '{} already depends on {} in that time; payers and discounts do not form chains.':
    '{} 在该期间已依附于 {}；付款与优惠继承不能成链。',
  'End the link {} → {} first, or link directly to {}.': '请先结束关系 {} → {}，或直接关联到 {}。',
  '{} already inherits the discounts of {} in that time.': '{} 在该期间已继承 {} 的优惠。',
  'End that grant first.': '请先结束那项授权。',
  '{} cannot move to {} on {}: it still holds cash or gift, or owes money.':
    '{0} 不能于 {2} 转到 {1}：其中仍有现金或赠送金，或尚有欠费。',
  'The account stays with its entity; no balance has changed.': '账号仍归原主体，余额未变。',
  'Recover or withdraw its cash, let its gift run out and repay what it owes, then move it.':
    '请先回收或提现其现金、等赠送金用完并还清欠费，再转移。',
  "{} would be adopted under the group's parent company, and the book has none.":
    '{} 将收编到集团母公司名下，而账簿中没有母公司。',
  'No account was adopted.': '未收编任何账号。',
  'Add the parent company first: an entity without a parent.': '请先添加母公司，即没有上级的主体。',
  'The book shows no account {} to this desk.': '账簿未向当前工作台显示账号 {}。',
  'None of these rows moves money from an account to another.': '所选行中没有账号间的资金转移。',
  'No sheet was made.': '未生成清单。',
  'Tick allocations or recoveries that still stand.': '请勾选仍然有效的划拨或回收。',
  'Nothing was planned.': '未作任何计划。',
  'Take the account out of the plan, or work at a desk that sees its balance.':
    '请将该账号移出计划，或换用能查看其余额的工作台。',
  '{} owes {} {} on {}.': '{0} 在 {3} 欠费 {1} {2}。',
  'Repay what it owes first.': '请先还清欠费。',
  '{} holds voucher {} with {} {} left, still valid.': '{0} 持有代金券 {1}，尚余 {2} {3} 且仍有效。',
  'Use the voucher up, or wait until it has expired.': '请先用完该代金券，或等待其到期。',
  '{} owes {} {}, more than its credit limit.': '{} 欠费 {} {}，已超过其信用额度。',
  'Top the payer up until it owes no more than its limit.': '请为付款方充值，直至欠费不超过额度。',
  'Who pays stays as it is.': '付款方保持不变。',
  'Billed otherwise than contracted ({}): {} {} {}.': '账单与合同价不一致（{0}）：{1} {2} {3}。',
  '{} owes {} {} more than its limit; it pays for {} other accounts.':
    '{} 的欠费超出额度 {} {}；它还为另外 {} 个账号付款。',
  'The account was not known to the book; it was adopted as the bill shows it ({}).':
    '账簿原无此账号，已按账单所示收编（{}）。',
  'The vendor names {} as payer of {} lines; by the book {} pays.':
    '厂商将 {} 记为 {} 行明细的付款方；按账簿应由 {} 付款。',
  '{}: in {} lines the parts miss the billed cost by more than 0.01.':
    '{}：有 {} 行明细的各组成部分与账单金额相差超过 0.01。',
  '{} shares {} lines with {}.': '{} 与 {2} 有 {1} 行相同明细。',
  'The account is closed and still has charges.': '该账号已关闭，但仍有费用。',
  'The bill uses vouchers of {} {} that the register does not hold.': '账单使用了登记簿中没有的代金券 {} {}。',
} as const;
