// Writes invented lines as bill files in every dress the formats allow: headings, encodings, line ends, archives.
import { gzipSync, zipSync } from 'fflate';
import { focusColumns } from '../columns.ts';
import { dayAfter, firstDay, lastDay } from '../order.ts';
import { gb18030 } from './gb18030.ts';
import type { Dice } from './dice.ts';
import type { InventedLine, LineSource } from './lines.ts';
import type { Family } from './structure.ts';

/** Files by their path inside the setup folder. */
export type Files = Map<string, Uint8Array>;

const headings = {
  english: {
    payer: 'Payer Account ID',
    owner: 'Owner Account ID',
    productCode: 'Product Code',
    product: 'Product Name',
    transactionType: 'Transaction Type',
    transactionTime: 'Transaction Time',
    start: 'Usage Start Time',
    end: 'Usage End Time',
    resource: 'Instance ID',
    unitPrice: 'Component List Price',
    quantity: 'Component Usage',
    list: 'Original Cost',
    billed: 'Total Amount After Discount (Excluding Tax)',
    tax: 'Tax Amount',
    currency: 'Currency',
    month: 'Bill Month',
  },
  chinese: {
    payer: '支付者 UIN',
    owner: '使用者 UIN',
    productCode: '产品编码',
    product: '产品名称',
    transactionType: '交易类型',
    transactionTime: '扣费时间',
    start: '开始使用时间',
    end: '结束使用时间',
    resource: '资源 ID',
    unitPrice: '组件刊例价',
    quantity: '组件用量',
    list: '组件原价',
    billed: '优惠后总价',
    tax: '税额',
    currency: '币种',
    month: '账单月份',
  },
};

const providerNames: Record<string, string[]> = {
  aws: ['AWS', 'Amazon Web Services'],
  azure: ['Microsoft', 'Azure'],
  oracle: ['Oracle'],
  gcp: ['Google Cloud'],
  tencent: ['Tencent Cloud', 'Tencent'],
  alibaba: ['Alibaba Cloud'],
  huawei: ['Huawei Cloud'],
  other: ['Cloudflare', 'Datadog'],
};

const amounts = new Set(['unitPrice', 'quantity', 'list', 'billed', 'effective', 'tax']);

type Column = [field: string, heading: string];

/** Adds the lines to the files, split over one to three of them per month. */
export function writeLines(dice: Dice, files: Files, { family, isFocus }: LineSource, lines: InventedLine[]): void {
  for (const period of new Set(lines.map((line) => line.period))) {
    const own = lines.filter((line) => line.period === period);
    const parts = dice.pick([1, 1, 2, 3]);
    for (let part = 0; part < parts; part += 1) {
      const some = own.filter((_, at) => at % parts === part);
      if (some.length === 0) continue;
      const text = isFocus ? focusText(dice, family, some) : tencentText(dice, family, some);
      dress(dice, files, `${family.provider}-${period}-${files.size}`, text);
    }
  }
}

function focusText(dice: Dice, family: Family, lines: InventedLine[]): string {
  const fields = Object.keys(focusColumns).filter((field) => field !== 'effective' || dice.chance(0.9));
  const columns = [...fields, 'resource'].map((field): Column => [field, focusColumns[field]?.[0] ?? 'ResourceId']);
  const name = dice.pick(providerNames[family.provider]!);
  const separator = dice.pick([' ', 'T']);
  const time = (text: string): string =>
    text === '' ? '' : text.replace(' ', separator) + (separator === 'T' ? 'Z' : '');
  return tableText(
    dice,
    columns,
    lines.map(({ period, fields: line }) => ({
      ...line,
      provider: name,
      month: time(`${firstDay(period)} 00:00:00`),
      start: time(line.start!),
      end: time(line.end!),
      owner: line.owner === line.payer && dice.chance(0.5) ? '' : line.owner!,
    })),
  );
}

function tencentText(dice: Dice, family: Family, lines: InventedLine[]): string {
  const known = new Set([family.root, ...family.admins, ...family.members].map((account) => account.id));
  const saysCurrency = lines.some(({ fields }) => !known.has(fields.owner!) && !known.has(fields.payer!));
  const dropped = [...(saysCurrency ? [] : ['currency']), 'month', 'tax'].filter(() => dice.chance(0.3));
  const language = dice.pick([headings.english, headings.chinese]);
  const columns = [...Object.entries(language), ...remarks(dice)].filter(([field]) => !dropped.includes(field));
  const spelled = dice.chance(0.2)
    ? columns.map(([field, heading]): Column => [field, oddSpelling(dice, heading)])
    : columns;
  const month = dice.pick([
    (period: string) => period,
    (period: string) => period.replace('-', ''),
    (period: string) => period.replace('-', '/'),
    (period: string) => `${period.replace('-', '年')}月`,
    (period: string) => lastDay(period),
  ]);
  return tableText(
    dice,
    spelled,
    lines.map(({ period, fields }) => {
      const late = !dropped.includes('month') && dice.chance(0.05);
      const transactionTime = late ? `${dayAfter(lastDay(period))} 03:00:00` : fields.transactionTime!;
      return { ...fields, month: month(period), transactionTime, remark: dice.pick(remarkTexts), discount: '0.7' };
    }),
  );
}

// Columns that no result depends on, with text that a careless reader trips over.
function remarks(dice: Dice): Column[] {
  return dice
    .shuffled<Column>([
      ['remark', 'Instance Name'],
      ['remark', 'Tag:team'],
      ['remark', 'Nobody Knows This Column'],
      ['discount', 'Discount Multiplier'],
    ])
    .slice(0, dice.whole(0, 4));
}

const remarkTexts = ['', 'web', 'a, b', 'say "no"', '=1+1', 'two\nlines', '港湾'];

function oddSpelling(dice: Dice, heading: string): string {
  return dice.pick([
    heading.toUpperCase(),
    heading.replaceAll(' ', '_'),
    heading.replaceAll(' ', '-').toLowerCase(),
    heading.replaceAll(' ', ''),
    heading.replace('(', '（').replace(')', '）'),
  ]);
}

function tableText(dice: Dice, columns: Column[], lines: Record<string, string>[]): string {
  const nothing = dice.pick(['', 'NULL', '-', 'N/A']);
  const shuffled = dice.chance(0.3) ? dice.shuffled(columns) : columns;
  const cell = (field: string, value: string): string => {
    if (value === '') return ['product', 'productCode', 'owner'].includes(field) ? '' : nothing;
    return quoted(amounts.has(field) ? oddNumber(dice, value) : value);
  };
  const header = shuffled.map(([, heading]) => quoted(heading)).join(',');
  const rows = lines.map((line) => shuffled.map(([field]) => cell(field, line[field] ?? '')).join(','));
  return [header, ...rows].join('\n') + '\n';
}

function oddNumber(dice: Dice, value: string): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)!;
  if (dice.chance(0.03)) return `${sign}${BigInt(whole + fraction)}${dice.pick(['E', 'e'])}-${fraction.length}`;
  if (whole!.length > 3 && dice.chance(0.5)) return value.replace(whole!, whole!.replace(/\B(?=(\d{3})+$)/g, ','));
  return value;
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function dress(dice: Dice, files: Files, name: string, text: string): void {
  const ends = dice.chance(0.3) ? text.replaceAll('\n', '\r\n') : text;
  const bytes = dice.chance(0.3) ? gb18030(ends) : new TextEncoder().encode(dice.chance(0.3) ? `\ufeff${ends}` : ends);
  const folder = dice.pick(['', '', 'more/', 'more/of it/']);
  const path = `bills/${folder}${name}`;
  const dresses: (() => [string, Uint8Array])[] = [
    () => [`${path}.csv`, bytes],
    () => [`${path}.csv.gz`, gzipSync(bytes, { mtime: 1 })],
    () => [
      `${path}.zip`,
      zipSync({ [`${name}.csv`]: bytes }, { level: dice.pick([0, 6]), mtime: '2024-01-01T00:00:00' }),
    ],
  ];
  const [place, content] = dice.pick(dresses)();
  files.set(place, content);
  if (dice.chance(0.05)) files.set(place.replace('bills/', 'bills/again/'), content);
}
