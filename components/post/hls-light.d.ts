// The package names no types for its smaller half, which has the same face.
declare module 'hls.js/light' {
	export { default } from 'hls.js';
}
