/** What a child process of the built program runs. */
import { serve } from './child.ts';

serve();
