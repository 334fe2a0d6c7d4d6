import type { Shape } from '../catalogue/product.ts'

/**
 * Drawings in a 200 × 200 box. `b`, `d` and `l` stand for the fills base, dark and light of the chosen colour,
 * `m` for metal, `w` for wood, `k` for near-black; `S` begins a stroke without fill.
 */
export const SHAPES: Record<Shape, string> = {
  jacket:
    '<path b d="M70 34 40 52 22 128l22 8 12-34v68h88v-68l12 34 22-8-18-76-30-18-16 12H86z"/><path d d="M86 46c2-16 26-16 28 0l-14 16zM98 62h4v108h-4z"/><path l d="M62 120h24v6H62zM114 120h24v6h-24z"/><path d d="M40 52 22 128l8 3 20-70zM160 52l18 76-8 3-20-70z"/>',
  fleece:
    '<path b d="M72 38 42 54 26 126l22 8 10-28v64h84v-64l10 28 22-8-16-72-30-16-14 8H86z"/><path d d="M82 40h36l-6 14H88zM97 54h6v34h-6z"/><path l d="M58 160h84v10H58zM26 126l22 8-3 8-22-8zM174 126l-22 8 3 8 22-8z"/><path d d="M112 92h20v18h-20z"/>',
  trousers:
    '<path b d="M66 30h68l10 142h-32l-12-92-12 92H56z"/><path d d="M66 30h68l1 12H65zM98 42h4v38h-4z"/><path l d="M70 48h14v3H70zM116 48h14v3h-14zM60 112h24v22H59z"/>',
  boot: '<path b d="M62 38h48l4 62 44 20c10 5 12 14 12 26H58z"/><path d d="M58 38h54v12H58zM56 146h116v14H56z"/><path k d="M54 158h120v8H54z"/><path S l d="M92 66h18M92 80h20M94 94h22M104 108l18 6" stroke-width="5"/>',
  slipper:
    '<path b d="M26 128c0-30 30-46 58-40l62 22c22 8 28 18 28 32H30c-4 0-4-8-4-14z"/><path l d="M30 116c10-26 38-30 56-26l8 3c-4 22-30 30-64 23z"/><path d d="M26 140h148v12H34c-6 0-8-6-8-12z"/>',
  cap: '<path b d="M40 122c0-46 26-70 60-70s60 24 60 70z"/><path d d="M36 118c30-12 98-12 128 0 20 6 26 20 22 26-30-16-114-18-150-8z"/><path S l d="M100 52v60M66 64c-8 14-10 34-10 50M134 64c8 14 10 34 10 50" stroke-width="2"/><circle d cx="100" cy="51" r="6"/>',
  socks:
    '<path b d="M54 30h38v74l-30 34c-10 12-30 8-34-4-2-8 2-14 8-20l18-18z"/><path d d="M54 30h38v14H54zM28 134c4-16 18-20 24-6l2 14c-10 6-24 2-26-8z"/><path b d="M114 44h38v74l-30 34c-10 12-30 8-34-4-2-8 2-14 8-20l18-18z"/><path d d="M114 44h38v14h-38zM88 148c4-16 18-20 24-6l2 14c-10 6-24 2-26-8z"/><path l d="M54 50h38v5H54zM114 64h38v5h-38z"/>',
  backpack:
    '<path S d d="M80 40c0-20 40-20 40 0" stroke-width="8"/><path b d="M58 70c0-24 18-36 42-36s42 12 42 36v92c0 8-4 12-12 12H70c-8 0-12-4-12-12z"/><path d d="M66 112h68v48c0 5-3 8-8 8H74c-5 0-8-3-8-8zM44 92h14v52H44c-4 0-6-4-6-8v-36c0-4 2-8 6-8zM142 92h14c4 0 6 4 6 8v36c0 4-2 8-6 8h-14z"/><path l d="M66 122h68v4H66zM62 82h76v4H62zM92 82h16v18H92z"/>',
  tote: '<path S d d="M68 84c0-60 64-60 64 0" stroke-width="8"/><path b d="M40 78h120l10 90H30z"/><path d d="M32 150h136l2 18H30z"/><path l d="M84 100h32v22H84z"/>',
  tent: '<path b d="M100 44 184 156H16z"/><path d d="M100 44 132 156H76z"/><path l d="M100 44 84 156h-8zM100 44l84 112h-12z"/><path k d="M100 84l14 72H92z"/><path S m d="M16 156 6 166M184 156l10 10M100 44V34" stroke-width="4"/>',
  bag: '<path b d="M100 24c34 0 44 22 44 50l-10 86c-2 12-12 18-34 18s-32-6-34-18L56 74c0-28 10-50 44-50z"/><path d d="M100 36c24 0 30 14 30 30s-12 20-30 20-30-4-30-20 6-30 30-30z"/><path l d="M100 48c14 0 20 6 20 18H80c0-12 6-18 20-18zM132 84l-12 92-6 1 14-92z"/><path S d d="M62 104h70M65 126h66M68 148h60" stroke-width="3"/>',
  mat: '<path b d="M34 60h104v96H34z"/><ellipse d cx="140" cy="108" rx="28" ry="48"/><ellipse l cx="140" cy="108" rx="18" ry="34"/><ellipse b cx="140" cy="108" rx="9" ry="18"/><path l d="M34 76h100v4H34zM34 96h100v4H34zM34 116h100v4H34zM34 136h100v4H34z"/>',
  hammock:
    '<path S w d="M28 24v152M172 24v152" stroke-width="10"/><path b d="M28 60c30 10 114 10 144 0-6 62-40 84-72 84s-66-22-72-84z"/><path d d="M28 60c20 66 124 66 144 0-14 44-44 58-72 58S42 104 28 60z"/><path S l d="M52 100c24 26 72 26 96 0" stroke-width="4"/>',
  chair:
    '<path S w d="M52 176 66 118M148 176l-14-58M62 150h76" stroke-width="9"/><path b d="M58 36c0-8 6-12 14-12h56c8 0 14 4 14 12v70H58z"/><path d d="M46 104h108c8 0 12 6 10 14l-2 14H38l-2-14c-2-8 2-14 10-14z"/><path l d="M72 38h56v4H72zM46 108h108v4H46z"/>',
  stove:
    '<path m d="M52 78h96l-8 12H60zM94 90h12v40H94z"/><path b d="M64 124h72c8 0 12 6 12 14v26c0 6-4 10-10 10H62c-6 0-10-4-10-10v-26c0-8 4-14 12-14z"/><path d d="M52 152h96v12H52z"/><path fill="#e08a3c" d="M84 76c-6-20 12-24 12-44 16 14 28 28 18 44z"/><path fill="#f4c95d" d="M94 76c-3-10 6-14 7-24 8 9 12 16 7 24z"/><circle l cx="100" cy="140" r="7"/>',
  pot: '<path b d="M42 84h116v62c0 14-8 24-22 24H64c-14 0-22-10-22-24z"/><path d d="M36 76h128v14H36zM22 98h20v12H22zM158 98h20v12h-20z"/><path l d="M54 100h10v50H54z"/><path d d="M50 76c4-18 24-24 50-24s46 6 50 24z"/><path k d="M90 42h20v10H90z"/>',
  mug: '<path S b d="M138 82c44-8 44 60-4 58" stroke-width="12"/><path b d="M46 54h94v92c0 14-8 22-22 22H68c-14 0-22-8-22-22z"/><ellipse d cx="93" cy="56" rx="47" ry="10"/><ellipse k cx="93" cy="57" rx="38" ry="6"/><path l d="M58 78h8v66h-8z"/>',
  bottle:
    '<path d d="M82 22h36v22H82z"/><path m d="M86 44h28v10H86z"/><path b d="M86 54h28c14 8 20 16 20 30v82c0 8-6 12-12 12H78c-6 0-12-4-12-12V84c0-14 6-22 20-30z"/><path l d="M76 88h8v70h-8z"/><path d d="M66 132h68v10H66z"/>',
  cooler:
    '<path S d d="M66 74c0-44 68-44 68 0" stroke-width="8"/><path b d="M32 72h136v88c0 8-4 12-12 12H44c-8 0-12-4-12-12z"/><path d d="M28 62h144v22H28zM70 108h60v40H70z"/><path l d="M28 76h144v3H28zM78 116h44v4H78z"/>',
  lantern:
    '<path S m d="M70 62c0-50 60-50 60 0" stroke-width="5"/><path d d="M66 56h68l8 16H58z"/><path fill="#fbe9b0" d="M66 72h68v66H66z"/><path fill="#f2b84b" d="M90 122c-8-18 10-22 10-36 10 12 18 20 10 36z"/><path S d d="M66 72v66M134 72v66M82 72v66M118 72v66" stroke-width="4"/><path b d="M54 138h92v28c0 6-4 10-10 10H64c-6 0-10-4-10-10z"/><path l d="M62 148h76v4H62z"/>',
  headlamp:
    '<path S b d="M28 104c0-60 144-60 144 0s-144 60-144 0" stroke-width="16"/><path d d="M66 96h68c8 0 12 4 12 12v32c0 8-4 12-12 12H66c-8 0-12-4-12-12v-32c0-8 4-12 12-12z"/><circle m cx="100" cy="124" r="22"/><circle fill="#fdf3cd" cx="100" cy="124" r="14"/>',
  lamp: '<path w d="M94 96h12v62H94z"/><path b d="M66 30h68l26 68H40z"/><path d d="M42 92h116l2 6H40zM62 158h76c8 0 12 6 12 14H50c0-8 4-14 12-14z"/><path l d="M70 38h8L60 88h-8z"/><path fill="#fbe9b0" d="M58 98h84l-6 8H64z"/>',
  blanket:
    '<path b d="M34 62h120c10 0 14 4 14 12v70H34z"/><path d d="M34 88h134v6H34zM34 114h134v6H34z"/><path l d="M34 62h120c10 0 14 4 14 12H34z"/><path S d d="M38 144v18M50 144v18M62 144v18M74 144v18M86 144v18M98 144v18M110 144v18M122 144v18M134 144v18M146 144v18M160 144v18" stroke-width="3"/>',
  pillow:
    '<path b d="M28 62c44-14 100-14 144 0 8 26 8 50 0 76-44 14-100 14-144 0-8-26-8-50 0-76z"/><path S l d="M40 72c36-10 84-10 120 0" stroke-width="4"/><path S d d="M28 62l14 14M172 62l-14 14M28 138l14-14M172 138l-14-14" stroke-width="4"/>',
  towel:
    '<path S m d="M26 48h148" stroke-width="8"/><path b d="M56 46h88v122H56z"/><path d d="M56 132h88v6H56zM56 144h88v10H56z"/><path l d="M56 46h88v10H56z"/>',
  bowl: '<path b d="M24 90h152c0 44-28 74-60 74H84c-32 0-60-30-60-74z"/><ellipse d cx="100" cy="90" rx="76" ry="18"/><ellipse l cx="100" cy="92" rx="62" ry="12"/><path d d="M76 162h48l4 12H72z"/>',
  board:
    '<path w d="M44 44h96c10 0 16 6 16 16v96c0 10-6 16-16 16H44c-10 0-16-6-16-16V60c0-10 6-16 16-16zM156 92h26c6 0 6 32 0 32h-26z"/><path S b d="M44 60h96v96H44z" stroke-width="4"/><path S d="M60 60v96M84 60v96M108 60v96" stroke="#0002" stroke-width="3"/><circle fill="#fff8" cx="172" cy="108" r="5"/>',
  knife:
    '<path m d="M20 112 118 76h10v36z"/><path fill="#fff5" d="M36 108l84-28v8z"/><path k d="M126 72h8v42h-8z"/><path b d="M134 76h44c8 0 10 6 10 14s-4 20-12 20h-42z"/><circle m cx="148" cy="92" r="4"/><circle m cx="170" cy="92" r="4"/>',
  candle:
    '<path fill="#f2b84b" d="M92 58c-8-16 8-20 8-32 10 12 16 20 8 32z"/><path S k d="M100 56v18" stroke-width="3"/><path b d="M58 74h84v92c0 6-4 10-10 10H68c-6 0-10-4-10-10z"/><path d d="M58 74h84v10H58z"/><path fill="#fffc" d="M74 106h52v40H74z"/><path d d="M82 118h36v4H82zM88 128h24v4H88z"/>',
  planter:
    '<path fill="#4f7a4c" d="M100 96C60 90 56 50 62 30c24 6 36 30 38 66zM100 96c0-40 20-60 44-62 4 30-14 56-44 62z"/><path fill="#6c9a63" d="M100 98c-14-30-8-60 4-78 14 24 12 54-4 78z"/><path b d="M50 94h100l-12 72c-1 6-4 10-10 10H72c-6 0-9-4-10-10z"/><path d d="M46 90h108v16H46z"/><path l d="M66 114h8l4 46h-6z"/>',
  basket:
    '<path S w d="M52 84c0-60 96-60 96 0" stroke-width="8"/><path b d="M34 82h132l-14 86c-1 6-4 8-8 8H56c-4 0-7-2-8-8z"/><path S d d="M40 104h120M44 126h112M47 148h106M62 84l8 90M86 84l4 90M114 84l-4 90M138 84l-8 90" stroke-width="4"/><path l d="M30 76h140v12H30z"/>',
  clock:
    '<circle b cx="100" cy="100" r="76"/><circle fill="#fbf8f1" cx="100" cy="100" r="62"/><path S k d="M100 100V58M100 100l28 16" stroke-width="6"/><circle k cx="100" cy="100" r="6"/><path S d d="M100 44v8M100 148v8M44 100h8M148 100h8" stroke-width="4"/>',
}
