export { observe } from '../../lib/core/read/observe';
export { sketchPage } from '../../lib/page/sketch-page';
