/** A message in the forms that CLDR knows for a language; `other` is always there. */
export type PluralForms = {readonly other: string} & {readonly [form in Intl.LDMLPluralRule]?: string};
