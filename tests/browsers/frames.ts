import { WAIT_MS } from './screen';

const LOOK_AGAIN_MS = 50;

/** What Playwright, Puppeteer and the browsers say of a frame that is taken away while one asks it. */
const GONE = /detached|context was destroyed|context is not available|no such frame/i;

type Frame<A, R> = {
	evaluate(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
};

/**
 * What `work` gives in the last frame of a page, as soon as there is one beside its own. One that is taken away
 * meanwhile answers nothing, and another may come: it is looked for again.
 */
export async function inFrame<A, R>(
	page: { frames(): readonly unknown[] },
	work: (argument: A) => R | Promise<R>,
	argument: A,
): Promise<R> {
	const end = Date.now() + WAIT_MS;
	let gone: unknown = new Error('There is no frame.');
	while (Date.now() < end) {
		const [own, ...others] = page.frames() as Frame<A, R>[];
		const frame = own && others.at(-1);
		try {
			if (frame) return await frame.evaluate(work, argument);
		} catch (error) {
			if (!(error instanceof Error && GONE.test(error.message))) throw error;
			gone = error;
		}
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
	throw gone;
}
