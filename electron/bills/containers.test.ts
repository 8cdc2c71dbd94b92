// Encodings and containers: what wraps a bill must not change it, and what is damaged or unsafe is refused.
import { gzipSync } from 'node:zlib';
import { type Zippable, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatDecimal } from '../../shared/money/decimal.ts';
import { bounded } from './source.ts';
import { type Cells, csvOf, focusLine, read, refusalOf, tencentLine } from './test-bills.ts';

const chinese: Cells = {
  '支付者 UIN': '100031162152',
  使用者UIN: '100054285013',
  产品名称: '云服务器 CVM',
  交易类型: '包年包月退款',
  扣费时间: '2026-10-06 00:59:58',
  组件原价: '-',
  优惠后总价: '-1,234.5',
};
/** A heading line in GB18030. */
const headingsInGb18030 = Uint8Array.from([
  ...[0xd6, 0xa7, 0xb8, 0xb6, 0xd5, 0xdf, 0x20, 0x55, 0x49, 0x4e, 0x2c], // 支付者 UIN,
  ...[0xca, 0xb9, 0xd3, 0xc3, 0xd5, 0xdf, 0x55, 0x49, 0x4e, 0x2c], // 使用者UIN,
  ...[0xb2, 0xfa, 0xc6, 0xb7, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c], // 产品名称,
  ...[0xbf, 0xdb, 0xb7, 0xd1, 0xca, 0xb1, 0xbc, 0xe4, 0x2c], // 扣费时间,
  ...[0xd3, 0xc5, 0xbb, 0xdd, 0xba, 0xf3, 0xd7, 0xdc, 0xbc, 0xdb, 0x0a], // 优惠后总价
]);

test('reads UTF-8 with and without a byte-order mark, UTF-16, CRLF, to the same content', async () => {
  const text = csvOf(tencentLine, chineseLine());
  const plain = await read(text);
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(text));
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const [bytes, encoding] of [
    [marked, 'utf-8'],
    [strToU8(text.replaceAll('\n', '\r\n')), 'utf-8'],
    [little, 'utf-16le'],
    [big, 'utf-16be'],
  ] as const) {
    const content = await read(bytes);
    expect(content.entries[0]!.encoding).toBe(encoding);
    expect(content.lineHashes).toEqual(plain.lineHashes);
    expect([...content.buckets]).toEqual([...plain.buckets]);
  }
});

function chineseLine(): Cells {
  return { ...tencentLine, 'Product Code': '', 'Product Name': '云服务器', 'Original Cost': '' };
}

test('reads Chinese headings, odd spellings and numbers', async () => {
  const content = await read(csvOf(chinese));
  expect([...content.buckets][0]).toMatchObject({
    product: '云服务器 CVM',
    category: 'Refund',
    priceable: false,
    currency: '',
  });
  expect(formatDecimal(content.sumInFile[0]!.billed)).toBe('-1234.5');
});

test('reads GB18030, and refuses what is neither that nor UTF-8', async () => {
  const row = [...strToU8('1,2,'), 0xd4, 0xc6, ...strToU8(',2026-10-06 00:59:58,5\n')];
  const content = await read(Uint8Array.from([...headingsInGb18030, ...row]));
  expect(content.entries[0]).toMatchObject({ encoding: 'gb18030', format: 'Tencent Cloud bill details (L3)' });
  expect([...content.buckets][0]!.product).toBe('云');
  const broken = Uint8Array.from([...headingsInGb18030, 0xd4, 0x20, 0x0a]);
  expect(await refusalOf(broken)).toMatchObject({ code: 'badEncoding' });
});

test('a damaged byte in a UTF-8 bill is not taken for another encoding', async () => {
  const bytes = strToU8(csvOf(chineseLine(), chineseLine(), chineseLine()));
  bytes[bytes.lastIndexOf(0xe5)] = 0xd4;
  expect(await refusalOf(bytes)).toMatchObject({ code: 'badEncoding' });
});

test('a gzip file is read by its content, and refused where it is cut off', async () => {
  const packed = gzipSync(csvOf(focusLine));
  const content = await read(packed);
  expect(content).toMatchObject({ container: 'gzip', kept: 1 });
  expect(await refusalOf(packed.subarray(0, packed.length - 9))).toMatchObject({ code: 'damagedArchive' });
  const flipped = Buffer.from(packed);
  flipped[packed.length - 5]! ^= 1;
  expect(await refusalOf(flipped)).toMatchObject({ code: 'damagedArchive' });
});

const zipOf = (files: Zippable, level: 0 | 6 = 6): Uint8Array => zipSync(files, { level });

test('all CSV files of a zip archive are read, others are named', async () => {
  const content = await read(
    zipOf({
      'a/one.csv': strToU8(csvOf(focusLine)),
      'two.CSV': strToU8(csvOf(tencentLine).trimEnd()),
      'read.me': strToU8('x'),
    }),
  );
  expect(content.container).toBe('zip');
  expect(content.entries.map(({ name, rows }) => [name, rows])).toEqual([
    ['bill.csv/a/one.csv', 1],
    ['bill.csv/two.CSV', 1],
  ]);
  expect(content.providers).toEqual(['aws', 'tencent']);
  expect(content.warnings).toMatchObject([{ code: 'ignoredFiles', names: ['read.me'] }]);
});

test.each(['../up.csv', '/root.csv', 'C:/disk.csv', 'a\\b.csv', 'a/../../b.csv'])(
  'the name %s in a zip is refused',
  async (name) => {
    expect(await refusalOf(zipOf({ [name]: strToU8(csvOf(focusLine)) }))).toMatchObject({ code: 'unsafeArchive' });
  },
);

test('links in a zip are refused', async () => {
  const link = zipOf({ 'a.csv': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
  expect(await refusalOf(link)).toMatchObject({ code: 'unsafeArchive' });
});

test('a zip that is cut off or altered anywhere in its content is refused', async () => {
  for (const level of [0, 6] as const) {
    const packed = zipOf({ 'a.csv': strToU8(csvOf(focusLine, focusLine)) }, level);
    expect(await refusalOf(packed.subarray(0, packed.length - 30))).toMatchObject({ code: 'damagedArchive' });
    for (const place of [60, 120, 250]) {
      const altered = packed.slice();
      altered[place]! ^= 0x10;
      await expect(read(altered), `byte ${place}`).rejects.toThrow();
    }
  }
});

test('a zip without a CSV file is refused', async () => {
  expect(await refusalOf(zipOf({ 'bill.xlsx': strToU8('x') }))).toMatchObject({ code: 'emptyFile' });
});

test('an archive that expands beyond all proportion is refused', async () => {
  const chunk = new Uint8Array(16 * 1024 * 1024);
  async function* expanding(chunks: number): AsyncGenerator<Uint8Array> {
    for (let count = 0; count < chunks; count++) yield chunk;
  }
  const pass = async (chunks: number, size: number): Promise<number> => {
    let passed = 0;
    for await (const one of bounded(expanding(chunks), size, 'bill.zip')) passed += one.length;
    return passed;
  };
  expect(await pass(10, 1024 * 1024)).toBe(10 * chunk.length);
  await expect(pass(10, 1000)).rejects.toMatchObject({ refusals: [{ code: 'unsafeArchive' }] });
});
