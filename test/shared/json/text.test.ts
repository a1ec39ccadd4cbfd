import { clean, cleanId } from '../../../shared/json/text'

test.each<[sentence: string, text: string, cleaned: string]>([
  ['plain text stays', 'Old Port', 'Old Port'],
  ['no text stays none', '', ''],
  ['white space around it goes', ' \t Old  Port\r\n', 'Old  Port'],
  ['wide and unbroken spaces around it go', '\u00a0\u3000Port\u2003', 'Port'],
  ['tabs and line breaks within stay', 'Old\tPort\r\nPier', 'Old\tPort\r\nPier'],
  ['NUL goes', 'Dana\0\0', 'Dana'],
  ['control characters go', 'D\u0001a\u0007n\u001ba\u007f\u0085', 'Dana'],
  ['a byte order mark goes, also within', '\ufeffDa\ufeffna', 'Dana'],
  ['spaces without width go', 'Da\u200bn\u2060a', 'Dana'],
  ['soft hyphens go', 'Mill\u00adstreet', 'Millstreet'],
  ['marks of direction go', '\u202bכהן\u202c\u200e\u200f\u061c\u2066\u2069', 'כהן'],
  ['blanks beside what goes are trimmed, too', '\u200b Dana \0', 'Dana'],
  ['a joiner in a name stays', 'می\u200cنا', 'می\u200cنا'],
  ['a joiner in an emoji stays', '👩\u200d👧', '👩\u200d👧'],
  ['an emoji stays', 'Ramen 🍜', 'Ramen 🍜'],
  ['half an emoji becomes a replacement character', 'Ramen \ud83c', 'Ramen \ufffd'],
  ['so does the other half', '\udf5c Ramen', '\ufffd Ramen'],
  ['accents and other scripts stay', 'Łódź 東京 Ñ', 'Łódź 東京 Ñ'],
])('%s', (_, text, cleaned) => expect(clean(text)).toBe(cleaned))

test.each<[sentence: string, text: string, cleaned: string]>([
  ['joiners go', '627\u200c409\u200d15', '62740915'],
  ['a blank before a joiner is trimmed', '62740915 \u200d', '62740915'],
  ['a word joiner goes', '6274\u20600915', '62740915'],
  ['a blank within stays', 'B3J 1S9', 'B3J 1S9'],
])('in an id %s', (_, text, cleaned) => expect(cleanId(text)).toBe(cleaned))
