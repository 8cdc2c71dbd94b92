// What can be wrong with the bytes of a book, in Chinese. They stand as values in other sentences and on their own.

export const damage = {
  'the line does not have the hash that it states: its bytes were changed': '该行的哈希值与其所载不符：字节已被改动',
  'the line is not a record of format 1 (it begins {})': '该行不是格式 1 的记录（开头为 {}）',
  'record {} stands where record {} belongs': '第 {1} 条记录的位置上是第 {0} 条记录',
  'the record does not continue the one before it: its prev is not the hash of that record':
    '该记录未接续前一条：其 prev 不是前一条的哈希值',
  'the record is of {} and stands in the segment of {}': '该记录属于 {}，却在 {} 的分段中',
  'the record is not the one that was acknowledged under its number: the journal was replaced':
    '该记录不是以此编号确认过的记录：日记账已被替换',
  'the line is cut off: it has no end': '该行不完整：没有行尾',
  'the journal ends here, but record {} was acknowledged': '日记账到此为止，但第 {} 条记录曾被确认',
  'the last segment is sealed: the segments after it are missing': '最后一个分段已封存：其后的分段缺失',
  '{} bytes stand after the last record, left by an append that was interrupted; opening the book sets them aside':
    '最后一条记录之后有 {} 字节，为中断的录入所留；打开账簿时会将其搁置',
  'the seal {}.sha256 is not the digest of its segment': '封印 {}.sha256 与其分段不符',
  'journal/{} is damaged': 'journal/{} 已损坏',
  'the postings of record {} are not those that its facts give': '第 {} 条记录的分录与其事实不符',
  'record {} breaks a rule: {}': '第 {} 条记录违反规则：{}',
  'the postings of the record sum to {} {}, not to zero': '该记录的分录合计为 {} {}，而非零',
  'the evidence of {} is missing': '{} 的存档缺失',
  'the evidence of {} is not the file that was imported': '{} 的存档不是当时导入的文件',
  '{} holds {}, its postings sum to {}': '{} 为 {}，其分录合计为 {}',
  '{} and its other side differ by {}': '{} 与其对方相差 {}',
  'the positions in {} sum to {}, not to zero': '{} 的各项合计为 {}，而非零',
} as const;
