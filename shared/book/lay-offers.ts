// Facts about offers, block lists and vouchers laid over a structure.
import type { Voucher } from '../rules/structure.ts';
import type { Facts } from './facts.ts';
import { type Laying, checkAccount, each, touch } from './laying.ts';
import type { Row } from './row.ts';
import { readAccountKey, readOffer, readVoucher } from './structure-rows.ts';

/** Lays new offers, ends of those that are there, and products that are blocked. */
export function layOffers(laying: Laying, facts: Facts): void {
  const offers = new Map(laying.structure.offers);
  let entry = [...offers.values()].reduce((sum, list) => sum + list.length, 0);
  each(laying, facts.offers, (reader) => {
    const offer = readOffer(reader, entry++);
    checkAccount(laying, reader, 'holder');
    offers.set(offer.holder, [...(offers.get(offer.holder) ?? []), offer]);
  });
  each(laying, facts.offerEnds, (reader) => {
    const holder = readAccountKey(reader, 'holder');
    const to = reader.requiredDay('to');
    const [product, from] = [reader.text('product') || '*', reader.day('from')];
    const open = (offers.get(holder) ?? []).find(
      (offer) => offer.product === product && offer.from === from && (offer.to === null || offer.to > to),
    );
    if (!open || (open.from !== null && open.from >= to))
      return reader.refuse(
        'product',
        'noSuchOffer',
        'D1',
        `${holder} has no offer for ${product} that could end on that day.`,
        'Name the offer by holder, product and start.',
      );
    offers.set(
      holder,
      (offers.get(holder) ?? []).map((offer) => (offer === open ? { ...offer, to } : offer)),
    );
  });
  if (facts.offers || facts.offerEnds) laying.structure.offers = offers;
  if (!facts.blocks) return;
  const blocked = new Map(laying.structure.blocked);
  each(laying, facts.blocks, (reader) => {
    checkAccount(laying, reader, 'holder');
    const holder = readAccountKey(reader, 'holder');
    blocked.set(holder, new Set([...(blocked.get(holder) ?? []), reader.required('product')]));
  });
  laying.structure.blocked = blocked;
}

/** Lays new vouchers and answers them. */
export function layVouchers(laying: Laying, rows: readonly Row[]): readonly Voucher[] {
  if (rows.length === 0) return [];
  const vouchers = new Map(laying.structure.vouchers);
  const keys = new Set([...vouchers.values()].flat().map((voucher) => voucher.key));
  const laid: Voucher[] = [];
  each(laying, rows, (reader) => {
    const voucher = readVoucher(reader);
    const account = checkAccount(laying, reader, 'account');
    if (account && account.currency !== voucher.currency)
      reader.refuse(
        'currency',
        'currencyDiffers',
        'F6',
        `${account.key} is kept in ${account.currency}; a voucher in ${voucher.currency} could never be used there.`,
        'Correct the currency or the account.',
      );
    if (keys.has(voucher.key))
      reader.refuse(
        'key',
        'keyExists',
        'F10',
        `There is already a voucher ${voucher.key}.`,
        'Give each voucher a key of its own.',
      );
    keys.add(voucher.key);
    touch(laying, voucher.from);
    vouchers.set(voucher.account, [...(vouchers.get(voucher.account) ?? []), voucher]);
    laid.push(voucher);
  });
  laying.structure.vouchers = vouchers;
  return laid;
}
