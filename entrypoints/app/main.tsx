import { App } from '../../components/app';
import { sweepExport } from '../../lib/archive';
import { startPage } from './start';

startPage((earlier) => <App earlier={earlier} />)
	.then(sweepExport)
	.catch(reportError);
