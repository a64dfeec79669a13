"""Makes src/main/resources/fonts/NotoSansSC-Medium.ttf from the complete font.

  npm pack @expo-google-fonts/noto-sans-sc@0.4.3     (500Medium/NotoSansSC_500Medium.ttf,
      sha256 b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a)
  apt-get install python3-fonttools unicode-data
  bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 > mappings.txt
  python3 subset.py NotoSansSC_500Medium.ttf mappings.txt NotoSansSC-Medium.ttf
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont


def encoded(charset, first, second):
    """The characters of a charset with two bytes."""
    for high in first:
        for low in second:
            try:
                yield ord(bytes([high, low]).decode(charset))
            except UnicodeDecodeError:
                pass


source, mappings, target = sys.argv[1:]
font = TTFont(source)
wanted = {c for c in font.getBestCmap() if c < 0x3100 or 0xFF00 <= c < 0x10000}
wanted |= set(encoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)))
wanted |= set(encoded("big5", range(0xA4, 0xC7), range(0x40, 0xFF)))
with open(mappings, encoding="utf-8") as lines:
    wanted |= {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}

options = subset.Options()
options.layout_features = []
options.hinting = False
options.glyph_names = False
options.notdef_outline = True
options.name_IDs = ["*"]
options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp", "vhea", "vmtx", "VORG", "prep"]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=wanted)
subsetter.subset(font)
font.save(target)
