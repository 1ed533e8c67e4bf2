/** Which schools would work together: neighbours, in spite of district borders. */

/** Schools in a cluster, as nearly as their number allows. D: assumed. */
const SCHOOLS = 8;
/** Neighbouring clusters whose schools are dealt out district by district, so that each has some of every district there. */
const DEALT = 3;

export interface Clusters {
  readonly schoolCluster: Int32Array;
  /** Schools by cluster; a cluster's first place in that list, one more than there are clusters; a school's place in it. */
  readonly members: Int32Array;
  readonly firstMember: Int32Array;
  readonly placeOfMember: Int32Array;
}

/** Clusters of schools that a curve through their places passes near each other; districts are ranges of school numbers. */
export function clustersOf(alongCurve: Int32Array): Clusters {
  const count = alongCurve.length;
  const clusters = Math.max(1, Math.round(count / SCHOOLS));
  const members = new Int32Array(count);
  const firstMember = new Int32Array(clusters + 1);
  const neighbours = alongCurve.slice();
  let place = 0;
  for (let c = 0; c < clusters; c += DEALT) {
    const dealt = Math.min(DEALT, clusters - c);
    const start = Math.floor((count * c) / clusters);
    const end = Math.floor((count * (c + dealt)) / clusters);
    neighbours.subarray(start, end).sort();
    for (let k = 0; k < dealt; k++) {
      for (let i = start + k; i < end; i += dealt) members[place++] = neighbours[i];
      firstMember[c + k + 1] = place;
    }
  }
  const placeOfMember = neighbours;
  const schoolCluster = new Int32Array(count);
  for (let c = 0; c < clusters; c++) {
    for (let k = firstMember[c]; k < firstMember[c + 1]; k++) {
      placeOfMember[members[k]] = k;
      schoolCluster[members[k]] = c;
    }
  }
  return { schoolCluster, members, firstMember, placeOfMember };
}
