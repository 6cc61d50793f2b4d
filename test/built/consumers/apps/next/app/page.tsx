import {Practices} from './practices';

export default function Page() {
  return <Practices />;
}
