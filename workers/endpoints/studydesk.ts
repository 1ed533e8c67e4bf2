import { expose } from 'comlink';
import { StudyDesk } from '../studydesk.ts';

expose(new StudyDesk());
