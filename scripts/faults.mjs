/** What may befall a study, and what is promised then: `fault N:` in a test's name says that it tests row N. */
export const faults = [
  [
    'a process is killed at any moment',
    'a chunk is there whole or not at all, what is done stays done, and the same command goes on without being told anything',
  ],
  ['the program is killed, its processes are not', 'they end by themselves'],
  ['a process that makes runs dies', 'its chunk is made again; after three deaths it is named and left, with exit code 4'],
  [
    'Ctrl-C, or a polite request to end',
    'chunks under way have ten seconds, the way on is said, exit code 130 or 143; a second one ends at once',
  ],
  ['the disk is full', 'exit code 75 with the reason, nothing half-written; it goes on once there is room'],
  ['the disk reports an error', 'the same; what could not be made safe is thrown away and never tried again'],
  [
    'a chunk is cut short, empty, flipped in a bit, or garbage',
    '`status` and `collect` see it, `work` keeps it aside and makes it again',
  ],
  ['a whole chunk lies under another one’s name', 'it is seen: a chunk says which it is'],
  ['several make the same chunk at once, one of them thought dead', 'they write the same bytes; whoever is last changes nothing'],
  [
    'two different studies are planned into one folder at once',
    'one of them is planned there, the other is refused with exit code 3',
  ],
  ['the plan is edited afterwards', 'it is refused with exit code 2'],
  ['another date, pace of the clock, time zone, language or mask of permissions', 'the same bytes'],
  ['a machine whose arithmetic differs', 'it makes nothing, with exit code 5; `collect` mixes nothing'],
  ['memory runs out', 'only the process that made the run ends; the chunk and the limit are named'],
  ['a run never ends', 'a limit of steps refuses it as a row with its reason; a clock beside it leaves the chunk'],
  [
    'the model fails in a run, or comes to no finite number',
    'a row with status and reason; other rows are unharmed; `collect --strict` refuses',
  ],
  ['a study file is wrong', '`plan` says every problem with its place; no run ever meets one'],
  ['a file in another encoding', 'a byte order mark is taken; anything but UTF-8 is refused with the place'],
  ['a huge file', 'it is refused by its size before it is read'],
  ['JSON that is nested too deeply, says a name twice, or holds no number where one should be', 'it is refused'],
  ['names that mean something to JavaScript, such as __proto__', 'they are refused, and no object is changed'],
  [
    'names that lead out of the folder, or are none on some system',
    'nothing outside the folder changes; names of people’s making become no file’s name',
  ],
  ['a formula that would run away', 'it is refused when the study is planned'],
  ['a text that a spreadsheet would take for a formula', 'it is made harmless; numbers stay as they are'],
  [
    'links in the place of folders and files',
    'a folder may be one; a planted one is replaced, and what it pointed to is left alone',
  ],
  ['a folder that may not be written', 'exit code 75 with the true reason, before anything is begun'],
  ['files that were not finished', 'they do no harm; `status` counts them, `gc` removes those that nobody writes'],
  [
    'a scheduler hands out fewer tasks, or others',
    'the count of shards is the script’s; a shard that cannot be is refused with exit code 2',
  ],
  ['a network folder shows a file late', '`collect` looks again for up to a minute before it says that something is missing'],
  ['a disk without hard links', 'the plan is made in its place and read back; it still is the only one'],
].map(([fault, promise], i) => ({ number: i + 1, fault, promise }));
