import { useState } from 'preact/hooks';
import type { Account, Text } from '../../lib/model';
import { answerRequest, requests } from '../../lib/people';
import type { Me } from '../../lib/sessions';
import { Author, shownAccount } from '../post/author';
import { Avatar } from '../shared/avatar';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Who wants to follow my accounts and waits for an answer. */
export function Requests({ accounts }: { accounts: readonly Me[] }) {
	return (
		<>
			{accounts
				.filter(({ features }) => features.includes('requests'))
				.map((me) => (
					<RequestsOf key={me.account} me={me} />
				))}
		</>
	);
}

function RequestsOf({ me }: { me: Me }) {
	const { t } = useTexts();
	// A server that does not answer is named above; its requests are asked for at the next visit.
	// Asking stores the people, so that it must not be asked again when people change.
	const { value = [], retry } = useLoad(me.account, () => requests(me.account));
	if (value.length === 0) return null;
	return (
		<section class="module" aria-label={t('requestsOf', { handle: `@${me.handle}` })}>
			<h2>{t('requestsOf', { handle: `@${me.handle}` })}</h2>
			<ul class="people">
				{value.map((account) => (
					<Request key={account.key} me={me} account={account} answered={retry} />
				))}
			</ul>
		</section>
	);
}

type RequestProps = { me: Me; account: Account; answered(): void };

function Request({ me, account, answered }: RequestProps) {
	const { t, say } = useTexts();
	const [problem, setProblem] = useState<Text>();
	const answer = (accept: boolean) => {
		answerRequest(me.account, account.key, accept).then(answered, (error: unknown) => {
			const text = textOf(error);
			if (!text) reportError(error);
			setProblem(text ?? { key: 'actionFailed' });
		});
	};
	return (
		<li>
			<Avatar name={account.name || account.handle} remote={account.avatar} />
			<Author shown={shownAccount(account)} />
			<span class="actions">
				<button type="button" class="button primary" onClick={() => answer(true)}>
					{t('requestAccept')}
				</button>
				<button type="button" class="button" onClick={() => answer(false)}>
					{t('requestReject')}
				</button>
			</span>
			{problem && (
				<span class="problem-line" role="alert">
					{say(problem)}
				</span>
			)}
		</li>
	);
}
