import { Component, type ComponentChildren } from 'preact';
import { ProblemBox } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

type BoundaryProps = {
	children: ComponentChildren /** Changes with the page: another page is tried anew. */;
	place: unknown;
};
type BoundaryState = { error?: unknown; place?: unknown };

/** A page that fails says so instead of leaving the window empty. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
	override state: BoundaryState = {};

	static override getDerivedStateFromProps(
		{ place }: BoundaryProps,
		state: BoundaryState,
	): BoundaryState {
		return state.place === place ? state : { place };
	}

	override componentDidCatch(error: unknown): void {
		this.setState({ error });
	}

	override render() {
		const { error } = this.state;
		if (error === undefined) return this.props.children;
		return <Failed error={error} />;
	}
}

function Failed({ error }: { error: unknown }) {
	const { t } = useTexts();
	return (
		<ProblemBox happened={t('problemPage')} safe={t('problemPageSafe')} todo={t('problemPageTodo')}>
			<button type="button" class="button" onClick={() => location.reload()}>
				{t('reload')}
			</button>
			<a class="button" href={hrefs.timeline()}>
				{t('timeline')}
			</a>
			<details class="quiet">
				<summary>{t('problemDetails')}</summary>
				<code>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
			</details>
		</ProblemBox>
	);
}
