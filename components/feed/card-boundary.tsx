import { Component, type ComponentChildren } from 'preact';
import { useTexts } from '../shared/texts';

type CardBoundaryProps = { children: ComponentChildren };
type CardBoundaryState = { failed?: true };

/** One post that cannot be drawn does not take the others with it: archives hold anything. */
export class CardBoundary extends Component<CardBoundaryProps, CardBoundaryState> {
	override state: CardBoundaryState = {};

	static override getDerivedStateFromError(): CardBoundaryState {
		return { failed: true };
	}

	override render() {
		return this.state.failed ? <Unshowable /> : this.props.children;
	}
}

function Unshowable() {
	const { t } = useTexts();
	return <p class="post old quiet unshowable">{t('postUnshowable')}</p>;
}
