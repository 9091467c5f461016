"""Where the tests' Chromium is, and what it is started with.

``python tests/page/chromium.py`` prints where.
"""

import browsers

FEATURES_OFF = (
    # The list below the address bar is a page of Chromium's own, which it loads beside ours in each new
    # window: a quarter of a second of a processor, for nobody.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    # Those of Playwright that touch a page: Chromium heeds only the last flag of this name.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(FEATURES_OFF)}",
)


def find():
    """Return the path of a Chromium that starts, or None."""
    return browsers.find("chromium")


if __name__ == "__main__":
    print(find() or "chromium")
