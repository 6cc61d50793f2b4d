// Compiled only: what the types of the tags know.
import type {GoodPracticeBrowser} from 'good-practice-browser';
import {useRef} from 'react';

export function Typed() {
  const browser = useRef<GoodPracticeBrowser>(null);
  return (
    <>
      <good-practice-browser
        ref={browser}
        className="wide"
        lang="fr"
        theme="dark"
        hits-per-page={5}
        heading-level="3"
        practices={[{title: 'A practice'}]}
        messages={{search: 'Find'}}
        ongpb-failed={({detail}) => detail.code.trim()}
        ongpb-opened={({currentTarget, detail}) => [currentTarget, detail.id]}
      >
        <p>Fallback content</p>
      </good-practice-browser>
      <gpb-count src="/practices" />
      <gpb-latest src="/practices" count={3} browser-href="/list" />
      <gpb-latest src="/practices" count="3" />
      <gpb-city src="/practices" city="Leeds" city-href="/city" />
      <gpb-practice src="/practices" practice-id="leeds" headingLevel={3} />
      {/* @ts-expect-error: no theme is called so */}
      <good-practice-browser theme="drak" />
      {/* @ts-expect-error */}
      <good-practice-browser hitsPerPage="five" />
      {/* @ts-expect-error */}
      <good-practice-browser searchResults={null} />
      {/* @ts-expect-error */}
      <good-practice-browser ongpb-loaded={({detail}) => detail.total} />
      {/* @ts-expect-error */}
      <gpb-latest count="three" />
      {/* @ts-expect-error */}
      <gpb-count maxBytes={1} />
    </>
  );
}
