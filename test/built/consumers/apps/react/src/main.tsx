import 'good-practice-browser/define.js';
import type {} from 'good-practice-browser/react';
import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';

function Practices() {
  const [title, setTitle] = useState('');
  return (
    <>
      <output>{title}</output>
      <good-practice-browser src="/practices" hitsPerPage={5} ongpb-opened={({detail}) => setTitle(detail.title)} />
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Practices />
  </StrictMode>,
);
