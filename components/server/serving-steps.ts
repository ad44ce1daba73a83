import type { Services, Text } from '../../lib/model';
import type { FoundService } from '../../lib/networks';
import { textOf } from '../shared/said';

/** What was found under the names that somebody chose; nothing is stored before they have seen it. */
export type Candidate = {
	services: Services;
	view?: FoundService;
	labelers: readonly FoundService[];
};

export type ServingState =
	| { step: 'idle' }
	| { step: 'looking' }
	| { step: 'found' | 'storing'; candidate: Candidate }
	| { step: 'done' }
	| { step: 'problem'; text: Text };

type ServingOptions = {
	lookUp(name: string, signal: AbortSignal): Promise<FoundService | undefined>;
	choose(services: Services, signal: AbortSignal): Promise<void>;
	changed(state: ServingState): void;
};

export type ServingSteps = {
	look(services: Services): void;
	/** Stores what was found. */
	use(candidate: Candidate): void;
	stop(): void;
};

/** Chooses who serves a timeline: looks everybody up first, then stores what the person has seen. */
export function createServing({ lookUp, choose, changed }: ServingOptions): ServingSteps {
	let abort = new AbortController();
	const run = (work: (signal: AbortSignal) => Promise<ServingState>): void => {
		abort.abort();
		abort = new AbortController();
		const { signal } = abort;
		work(signal).then(
			(state) => signal.aborted || changed(state),
			(error: unknown) => {
				if (signal.aborted) return;
				const text = textOf(error);
				if (!text) reportError(error);
				changed({ step: 'problem', text: text ?? { key: 'actionFailed' } });
			},
		);
	};
	return {
		look(services) {
			changed({ step: 'looking' });
			run((signal) => found(services, (name) => lookUp(name, signal)));
		},
		use(candidate) {
			changed({ step: 'storing', candidate });
			run(async (signal) => {
				await choose(candidate.services, signal);
				return { step: 'done' };
			});
		},
		stop() {
			abort.abort();
			changed({ step: 'idle' });
		},
	};
}

async function found(
	services: Services,
	lookUp: (name: string) => Promise<FoundService | undefined>,
): Promise<ServingState> {
	const { view, labelers: names = [] } = services;
	const server = view === undefined ? undefined : await lookUp(view);
	if (view !== undefined && server?.offers !== 'view') {
		return { step: 'problem', text: { key: 'servicesNoView', parameters: { name: view } } };
	}
	const labelers: FoundService[] = [];
	for (const name of names) {
		const labeler = await lookUp(name);
		if (labeler?.offers !== 'labels') {
			return { step: 'problem', text: { key: 'servicesNoLabeler', parameters: { name } } };
		}
		labelers.push(labeler);
	}
	// The names as they were found: whoever typed them may have written more than is needed.
	const chosen: Services = {
		...services,
		...(server ? { view: server.name, viewHost: server.host } : {}),
		...(labelers.length > 0 ? { labelers: labelers.map(({ name }) => name) } : {}),
	};
	return {
		step: 'found',
		candidate: { services: chosen, labelers, ...(server ? { view: server } : {}) },
	};
}
