/** The fields of the order form. */
export const FIELDS = ['name', 'email', 'street', 'postcode', 'city'] as const;

/** One of {@link FIELDS}. */
export type Field = (typeof FIELDS)[number];

/** What was filled in. It stays in the form: the shop is a demonstration and sends nothing. */
export type OrderForm = Readonly<Record<Field, string>>;

/** What is wrong with a field. */
export type FieldError = 'empty' | 'email';

/** The form before anything is typed. */
export const EMPTY_FORM: OrderForm = { name: '', email: '', street: '', postcode: '', city: '' };

/** The fields that cannot be right, in the order of the form. Kind on purpose: an address is what people say it is. */
export function checkOrder(form: OrderForm): ReadonlyMap<Field, FieldError> {
  const errors = new Map<Field, FieldError>();
  for (const field of FIELDS) if (form[field].trim() === '') errors.set(field, 'empty');
  if (!errors.has('email') && !/^[^\s@]+@[^\s@]+$/.test(form.email.trim())) errors.set('email', 'email');
  return errors;
}
