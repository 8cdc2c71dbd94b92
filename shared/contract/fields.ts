// The building blocks of input schemas: all text, because amounts, days and account numbers are never numbers in Purser.
import { z } from 'zod';
import { movementKinds, offerKinds, paymentModes, permissions, providers, roles } from '../rules/names.ts';

export const text = z.string().max(10_000);
export const name = z.string().min(1).max(1_000);
export const provider = z.enum(providers);
export const role = z.enum(roles);
export const paymentMode = z.enum(paymentModes);
export const permission = z.enum(permissions);
export const offerKind = z.enum(offerKinds);
export const movementKind = z.enum(movementKinds);
/** A day like 2026-10-31. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day like 2026-10-31');
/** A month like 2026-10. */
export const month = z.string().regex(/^\d{4}-\d{2}$/, 'expected a month like 2026-10');
/** A plain decimal like 1234.50; read exactly, never as a number. */
export const amount = z.string().regex(/^-?\d{1,18}(\.\d{1,18})?$/, 'expected a plain amount like 1234.50');
/** The vendor's own account number. */
export const accountId = z.string().min(1).max(200);
/** `provider:id`. */
export const accountName = z
  .string()
  .regex(/^[a-z]+:.+$/, 'expected provider:id')
  .max(220);
export const currency = z.string().regex(/^[A-Z]{3}$/, 'expected a currency like CNY');
/** A page of a list: at most 200 rows. */
export const page = {
  offset: z.int().min(0).optional(),
  limit: z.int().min(1).max(200).optional(),
};
