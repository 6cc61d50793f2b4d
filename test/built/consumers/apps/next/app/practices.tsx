'use client';

import 'good-practice-browser/define.js';
import type {GoodPracticeBrowser, GpbEvent} from 'good-practice-browser';
import type {} from 'good-practice-browser/react';
import {useEffect, useRef, useState} from 'react';

export function Practices() {
  const browser = useRef<GoodPracticeBrowser>(null);
  const [title, setTitle] = useState('');
  useEffect(() => {
    const element = browser.current;
    const handleOpened = ({detail}: GpbEvent<'gpb-opened'>) => setTitle(detail.title);
    element?.addEventListener('gpb-opened', handleOpened);
    return () => element?.removeEventListener('gpb-opened', handleOpened);
  }, []);
  return (
    <>
      <output>{title}</output>
      <good-practice-browser ref={browser} src="/practices" hits-per-page={5}>
        <p>Fallback content</p>
      </good-practice-browser>
    </>
  );
}
