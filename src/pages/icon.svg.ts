import type { APIRoute } from 'astro';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="3" fill="#a61b1b"/><text x="16" y="24" font-size="22" font-family="Songti SC,Noto Serif CJK SC,STSong,SimSun,serif" font-weight="700" text-anchor="middle" fill="#fff">榜</text></svg>`;

export const GET: APIRoute = () => new Response(ICON, { headers: { 'Content-Type': 'image/svg+xml' } });
