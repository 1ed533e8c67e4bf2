/** Colours for pictures that stand alone, where no style sheet reaches: those of the light theme. */
export const light = {
  paper: '#FBF8F2',
  ink: '#1A2330',
  ink2: '#46515F',
  ink3: '#5F6975',
  line: '#E2DBCE',
  name: '#E8A33D',
  nameInk: '#8A5300',
  nameSoft: '#F6E3C2',
  well: '#0B6BA8',
  wellInk: '#0A5A8E',
  wellSoft: '#CFE3F0',
} as const;
