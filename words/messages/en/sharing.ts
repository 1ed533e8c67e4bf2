/** What a person reads where the page’s address is shared. */
export const sharing = {
  about:
    'This address holds both plans, the year and the future you look at. Nothing is sent anywhere: whoever opens it runs everything again.',
  field: 'Address of this page as it is now',
  copy: 'Copy',
  copied: 'Copied',
  digests:
    'It carries a short proof of the first 16 futures ({digests}), so that the page it opens in can say whether its numbers are the same.',
  waiting: 'The first 16 futures are still on their way; then the address will carry a proof of its numbers.',
  own: 'Your schools are not in it. Whoever opens it will be asked for {name}.',
  saveMore: 'as a file that the command line reads too.',
  all: 'Download everything',
  allMore: 'data, pictures, plans and how to cite them, in one zip file.',
  packing: 'Putting it together …',
};
