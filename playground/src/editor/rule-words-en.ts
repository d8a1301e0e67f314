/** What each rule of the check asks for, by its name; and what a field that cannot be read should hold, by the end of its path. */
export const ruleWordsEn = {
  rules: {
    'never-true':
      'This asks one thing to be two things at once, or what it never is, so nobody ever meets it. Loosen or change it.',
    'misspelt-path':
      'This looks at something that does not exist, one or two letters away from what does. Correct its name.',
    past: 'This is over. Choose a later moment, or remove the offer.',
    nowhere: 'Nothing is left where it could be shown. Name a channel and a placement, or leave the list out.',
    'unknown-purpose': 'The site has no purpose with this id. Use one that it declares.',
    'capped-out': 'Zero times is never. Write 1 or more, or remove the offer.',
    'no-products': 'No product fits this template, so it makes no offer. Widen the condition.',
    'unknown-group': 'The catalogue has no group with this id. Ask your developer to add it, or leave it out.',
    'unclear-what': 'The title does not name the thing. Say what it is: Garden hose, 20 m.',
    'title-length': 'A title has 3 to 70 characters. Put the rest in the text.',
    'no-price': 'Something is sold here without a price. Fill in the price, or choose the kind Inform or Inspire.',
    'no-where': 'A shopper cannot get there. Add a button with its address.',
    'no-text': 'There is a title only. Add one plain sentence on what it is and for whom.',
    'no-end': 'It ends, and no text says when. Write the date: until 31 March.',
    pressing: 'This hurries the shopper. Say what it is, and the date on which it ends.',
    shouting: 'This shouts. Use ordinary letters and at most one exclamation mark.',
    'hidden-characters': 'There are characters in it that nobody sees, or that look like others. Type it again.',
    'no-lowest-price': 'A discount needs the lowest price of the last 30 days beside it.',
    'false-reduction':
      'This is no reduction from the lowest price of the last 30 days. The price after discount must be below it, and the price at most that.',
    overstated: 'A text promises a larger discount than there is. Make them agree.',
    'not-open': 'What is given is open to all. Write “everyone”, or the address of the list where everyone finds it.',
    'price-by-worth': 'A price may not depend on who somebody is or what they are worth. Take that condition out.',
    'two-prices':
      'Another offer asks a different price for the same product at the same time. Make it one price for all.',
    banned: 'What this shop sells may not be offered in this way. Choose another kind, or remove the offer.',
    sensitive:
      'This is a sensitive matter. It needs permission for a purpose of its own: fill in “Needs permission for”.',
    watching: 'These words tell of watching. Say what there is, not what somebody did.',
    'cap-above-norm': 'This is more often than the norm allows, and the norm holds anyway. Write a lower number.',
    'missing-language': 'Other offers speak {lang} too. Add that language and write the same in it.',
    'missing-tone': 'Another language has this tone. Write it here too.',
    'bad-condition':
      'This condition cannot be read. It is JSON between { and }, such as {"cart.value": {"$gt": 5000}}.',
  } as Readonly<Record<string, string>>,
  unreadable: {
    id: 'Every offer has an id of its own. Write one that no other offer has.',
    class: 'Choose one of the kinds.',
    category: 'Write it from wide to narrow with > between: garden > watering.',
    price: 'Write an amount such as 24.95: no words, no separators for thousands.',
    discount: 'Write an amount such as 5.00, at most the price.',
    lowestPrice30d: 'Write an amount such as 24.95: no words, no separators for thousands.',
    title: 'Every offer has a title in each of its languages.',
    text: 'Write a text, or leave the field empty.',
    label: 'An address needs a button. Write what it does: See the product.',
    url: 'A button needs an address: https://… or one within your site, without spaces.',
    content: 'Every offer has words in one language at least.',
    image: 'A picture is png, jpeg, webp or avif in the file itself, of 64 kB at most.',
    validFrom: 'This needs a day, a time and a zone such as +01:00.',
    validThrough: 'This needs a day, a time and a zone such as +01:00, and must be later than From.',
    placements: 'Write names with commas between: home, cart.',
    frequency: 'Write it as 1 in 7 days, or 3 ever.',
    openTo: 'A coupon or gift is open to all. Write “everyone”, or the address of the list where everyone finds it.',
    needs: 'Write ids with commas between.',
    currency: 'The currency has three letters: EUR.',
  } as Readonly<Record<string, string>>,
  other: (path: string) => `${path} cannot be used as it is; the file format says what belongs there.`,
};

/** What every language says of the rules. */
export type RuleWords = typeof ruleWordsEn;
