// Maps of the earth: Observable Plot names these, and none of our charts draws one.

function unused() {
  throw new Error("d3-geo is not part of this bundle");
}

export const geoAlbers = unused;
export const geoAlbersUsa = unused;
export const geoAzimuthalEqualArea = unused;
export const geoAzimuthalEquidistant = unused;
export const geoCentroid = unused;
export const geoClipRectangle = unused;
export const geoConicConformal = unused;
export const geoConicEqualArea = unused;
export const geoConicEquidistant = unused;
export const geoEqualEarth = unused;
export const geoEquirectangular = unused;
export const geoGnomonic = unused;
export const geoGraticule10 = unused;
export const geoMercator = unused;
export const geoOrthographic = unused;
export const geoPath = unused;
export const geoStereographic = unused;
export const geoStream = unused;
export const geoTransverseMercator = unused;

/**
 * Plot makes one transform when it is loaded; nothing uses it.
 *
 * @param {object} methods
 */
export const geoTransform = (methods) => methods;
