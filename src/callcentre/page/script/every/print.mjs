// Paper is white: a page that is dark on the screen is printed as its light one.

export function printAsLight() {
  const { dataset } = document.documentElement;
  let onScreen = dataset.theme;
  addEventListener("beforeprint", () => {
    onScreen = dataset.theme;
    dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    dataset.theme = onScreen;
  });
}
