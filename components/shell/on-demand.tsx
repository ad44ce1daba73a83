import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type OnDemand<Props> = ComponentType<Props> & {
	/** Brings the code, so that showing it later takes no time and needs no file that an update took away. */
	bring(): Promise<void>;
};

/**
 * A component whose code comes when it is first shown. Until then it shows nothing: the file lies on this machine.
 * A file that does not come (the extension was updated under an open tab) is an error for the boundary above.
 */
export function onDemand<Props extends object>(
	load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
	let known: ComponentType<Props> | undefined;
	const bring = async (): Promise<void> => {
		known ??= await load();
	};
	function Shown(props: Props) {
		const [state, setState] = useState<{ error?: unknown }>({});
		const Component = known;
		const missing = Component === undefined;
		useEffect(() => {
			// Somebody else may have brought it since this was drawn: that is no reason not to draw again.
			if (!missing) return;
			bring().then(
				() => setState({}),
				(error: unknown) => setState({ error }),
			);
		}, [missing]);
		if ('error' in state) throw state.error;
		return Component ? <Component {...props} /> : null;
	}
	return Object.assign(Shown, { bring });
}
