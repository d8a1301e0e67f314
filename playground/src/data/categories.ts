import type { Text } from './product.js';

/** A shelf: the second level. Its id is unique within its department only. */
export type Shelf = { readonly id: string; readonly name: Text };

/** A department: the first level, with its shelves in the order of the menu. */
export type Department = { readonly id: string; readonly name: Text; readonly shelves: readonly Shelf[] };

/** The departments of the shop, in the order of the menu. */
export const categories: readonly Department[] = [
  {
    id: 'garden',
    name: { en: 'Garden', nl: 'Tuin' },
    shelves: [
      { id: 'watering', name: { en: 'Watering', nl: 'Bewatering' } },
      { id: 'tools', name: { en: 'Garden tools', nl: 'Tuingereedschap' } },
      { id: 'plants', name: { en: 'Plants and pots', nl: 'Planten en potten' } },
      { id: 'care', name: { en: 'Soil and care', nl: 'Grond en verzorging' } },
      { id: 'furniture', name: { en: 'Garden furniture', nl: 'Tuinmeubelen' } },
    ],
  },
  {
    id: 'tools',
    name: { en: 'Tools', nl: 'Gereedschap' },
    shelves: [
      { id: 'power', name: { en: 'Power tools', nl: 'Elektrisch gereedschap' } },
      { id: 'hand', name: { en: 'Hand tools', nl: 'Handgereedschap' } },
      { id: 'measuring', name: { en: 'Measuring', nl: 'Meten' } },
      { id: 'safety', name: { en: 'Safety', nl: 'Veiligheid' } },
      { id: 'storage', name: { en: 'Storage and ladders', nl: 'Opbergen en ladders' } },
    ],
  },
  {
    id: 'paint',
    name: { en: 'Paint', nl: 'Verf' },
    shelves: [
      { id: 'wall', name: { en: 'Wall paint', nl: 'Muurverf' } },
      { id: 'wood', name: { en: 'Paint for wood', nl: 'Verf voor hout' } },
      { id: 'brushes', name: { en: 'Brushes and rollers', nl: 'Kwasten en rollers' } },
      { id: 'preparation', name: { en: 'Preparation', nl: 'Voorbereiding' } },
    ],
  },
  {
    id: 'electrical',
    name: { en: 'Electrical', nl: 'Elektra' },
    shelves: [
      { id: 'sockets', name: { en: 'Sockets and switches', nl: 'Stopcontacten en schakelaars' } },
      { id: 'cables', name: { en: 'Cables', nl: 'Kabels en snoeren' } },
      { id: 'batteries', name: { en: 'Batteries', nl: 'Batterijen' } },
      { id: 'alarms', name: { en: 'Alarms and bells', nl: 'Melders en bellen' } },
    ],
  },
  {
    id: 'plumbing',
    name: { en: 'Plumbing', nl: 'Sanitair' },
    shelves: [
      { id: 'taps', name: { en: 'Taps', nl: 'Kranen' } },
      { id: 'pipes', name: { en: 'Pipes and fittings', nl: 'Buizen en koppelingen' } },
      { id: 'drains', name: { en: 'Drains', nl: 'Afvoer' } },
      { id: 'shower', name: { en: 'Shower', nl: 'Douche' } },
    ],
  },
  {
    id: 'wood',
    name: { en: 'Wood', nl: 'Hout' },
    shelves: [
      { id: 'planks', name: { en: 'Planks and beams', nl: 'Planken en balken' } },
      { id: 'sheets', name: { en: 'Sheets', nl: 'Plaatmateriaal' } },
      { id: 'mouldings', name: { en: 'Mouldings', nl: 'Lijstwerk' } },
    ],
  },
  {
    id: 'fasteners',
    name: { en: 'Fasteners', nl: 'Bevestiging' },
    shelves: [
      { id: 'screws', name: { en: 'Screws and bolts', nl: 'Schroeven en bouten' } },
      { id: 'plugs', name: { en: 'Plugs and hooks', nl: 'Pluggen en haken' } },
      { id: 'nails', name: { en: 'Nails and staples', nl: 'Spijkers en nieten' } },
      { id: 'adhesives', name: { en: 'Glue and tape', nl: 'Lijm en tape' } },
      { id: 'fittings', name: { en: 'Hinges and brackets', nl: 'Scharnieren en dragers' } },
    ],
  },
  {
    id: 'lighting',
    name: { en: 'Lighting', nl: 'Verlichting' },
    shelves: [
      { id: 'bulbs', name: { en: 'Bulbs', nl: 'Lampen' } },
      { id: 'indoor', name: { en: 'Indoor lighting', nl: 'Binnenverlichting' } },
      { id: 'outdoor', name: { en: 'Outdoor lighting', nl: 'Buitenverlichting' } },
    ],
  },
  {
    id: 'heating',
    name: { en: 'Heating', nl: 'Verwarming' },
    shelves: [
      { id: 'radiators', name: { en: 'Radiators', nl: 'Radiatoren' } },
      { id: 'thermostats', name: { en: 'Thermostats', nl: 'Thermostaten' } },
      { id: 'insulation', name: { en: 'Insulation', nl: 'Isolatie' } },
    ],
  },
];
