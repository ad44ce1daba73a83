/** Numbers of colours, 1 to 4: see styles/tokens.css. The first is the quietest, of what is over. */
const HUES = 4;

/** Of an account of mine, by how many signed in before it: 2, 3, 4, 1, … */
export function hueOfAccount(place: number): number {
	return ((place + 1) % HUES) + 1;
}

/** Of an archive, by its place among them; from the other end, so that few of both differ: 1, 4, 3, 2, … */
export function hueOfArchive(place: number): number {
	return ((HUES - (place % HUES)) % HUES) + 1;
}
