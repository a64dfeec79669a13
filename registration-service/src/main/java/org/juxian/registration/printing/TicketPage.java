package org.juxian.registration.printing;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.juxian.platform.values.Text;
import org.juxian.registration.catalogue.TicketType;
import org.juxian.registration.place.Team;
import org.juxian.registration.printing.Sheet.Look;

/** How a ticket is laid out: a card with the event, the code, and who comes when and where. */
final class TicketPage {

  private static final float LEFT = 56;
  private static final float WIDTH = 483;
  private static final float RIGHT = LEFT + WIDTH;
  private static final float MIDDLE = LEFT + WIDTH / 2;
  private static final float TOP = 76;
  private static final float PAD = 30;
  private static final float INNER = WIDTH - 2 * PAD;
  private static final float CORNER = 16;
  private static final float CODE = 224;

  /** Beside a team there is less room. */
  private static final float CODE_OF_TEAM = 168;

  private static final float[] TITLE_SIZES = {28, 25, 22};
  private static final float SMALL_TITLE = 18;

  private static final Look LABEL = new Look(9.5f, Ink.SOFT, false);
  private static final Look VALUE = new Look(12.5f, Ink.BLACK, false);
  private static final Look DETAIL = new Look(10.5f, Ink.SOFT, false);
  private static final Look SMALL = new Look(9, Ink.SOFT, false);

  private final Sheet sheet;
  private final TicketFace face;
  private final Writable writable;
  private final Locale language;

  TicketPage(Sheet sheet, TicketFace face, Writable writable, Locale language) {
    this.sheet = sheet;
    this.face = face;
    this.writable = writable;
    this.language = language;
  }

  void draw() throws IOException {
    brand();
    float y = code(head());
    sheet.rule(LEFT + 14, y, RIGHT - 14);
    y = facts(y + 22) + 10;
    sheet.frame(LEFT, TOP, WIDTH, y - TOP, CORNER);
    foot(y + 22);
  }

  private void brand() throws IOException {
    mark(LEFT, 36);
    sheet.write(word(TicketWords.BRAND), LEFT + 34, 54, new Look(16, Ink.BLACK, true));
    String what = word(TicketWords.TICKET);
    sheet.write(what, RIGHT - sheet.width(what, 11), 53, new Look(11, Ink.SOFT, false));
  }

  /** Four ponds that meet. */
  private void mark(float x, float y) throws IOException {
    float pond = 11;
    float step = 13;
    sheet.fill(x, y, pond, pond, new float[] {6, 0, 4, 0}, Ink.POND);
    sheet.fill(x + step, y, pond, pond, new float[] {0, 6, 0, 4}, Ink.KAPOK);
    sheet.fill(x, y + step, pond, pond, new float[] {0, 4, 0, 6}, Ink.MULBERRY);
    sheet.fill(x + step, y + step, pond, pond, new float[] {4, 0, 6, 0}, new Color(0xd9a21b));
  }

  /** The event on its colour; returns where it ends. */
  private float head() throws IOException {
    String title = text(face.event().title());
    float size = titleSize(title);
    List<String> lines = sheet.lines(title, size, INNER, 3);
    float height = 64 + lines.size() * size * 1.36f;
    Color colour = Ink.of(face.event().kind());
    sheet.fill(LEFT, TOP, WIDTH, height, new float[] {CORNER, CORNER, 0, 0}, colour);
    sheet.write(
        word(TicketWords.kind(face.event().kind())),
        LEFT + PAD,
        TOP + 34,
        new Look(11, Ink.PAPER, false));
    sheet.paragraph(lines, LEFT + PAD, TOP + 42, new Look(size, Ink.PAPER, true));
    return TOP + height;
  }

  /** As large as fits into one line, or else into two. */
  private float titleSize(String title) {
    for (int lines = 1; lines <= 2; lines++) {
      for (float size : TITLE_SIZES) {
        if (sheet.lines(title, size, INNER, 99).size() <= lines) {
          return size;
        }
      }
    }
    return SMALL_TITLE;
  }

  private float code(float from) throws IOException {
    float size = face.booking().team() == null ? CODE : CODE_OF_TEAM;
    sheet.code(face.code(), MIDDLE - size / 2, from + 16, size);
    float y = from + size + 30;
    sheet.centre(word(TicketWords.NUMBER), MIDDLE, y, LABEL);
    sheet.centre(face.booking().ticketNumber(), MIDDLE, y + 28, new Look(24, Ink.BLACK, true));
    return y + 50;
  }

  private float facts(float from) throws IOException {
    float y = fact(TicketWords.WHEN, when(), LEFT + PAD, from, INNER);
    y = fact(TicketWords.WHERE, text(face.event().venue().name()), LEFT + PAD, y, INNER) - 12;
    String address = text(face.event().venue().address());
    y = sheet.paragraph(sheet.lines(address, 10.5f, INNER, 2), LEFT + PAD, y, DETAIL) + 12;
    float half = INNER / 2 - 12;
    float left = fact(TicketWords.TYPE, type(), LEFT + PAD, y, half);
    String holder = writable.text(face.booking().personName());
    y = Math.max(left, fact(TicketWords.HOLDER, holder, MIDDLE + 12, y, half));
    Team team = face.booking().team();
    return team == null ? y : team(team, y);
  }

  private float team(Team team, float from) throws IOException {
    float y = fact(TicketWords.TEAM, oneLine(team.name()), LEFT + PAD, from, INNER) - 12;
    String names =
        team.members().stream().map(Team.Member::name).collect(Collectors.joining(" · "));
    return sheet.paragraph(
            sheet.lines(writable.text(names), 10.5f, INNER, 2), LEFT + PAD, y, DETAIL)
        + 12;
  }

  private String oneLine(String any) {
    return sheet.lines(writable.text(any), VALUE.size(), INNER, 1).getFirst();
  }

  private float fact(Text label, String value, float x, float y, float room) throws IOException {
    sheet.write(word(label), x, y + 9, LABEL);
    return sheet.paragraph(sheet.lines(value, VALUE.size(), room, 2), x, y + 14, VALUE) + 12;
  }

  private void foot(float y) throws IOException {
    float below =
        sheet.paragraph(
            sheet.lines(word(TicketWords.ADVICE), SMALL.size(), WIDTH, 3), LEFT, y, SMALL);
    String latest = word(TicketWords.LATEST) + writable.text(face.link());
    sheet.paragraph(sheet.lines(latest, SMALL.size(), WIDTH, 3), LEFT, below + 3, SMALL);
  }

  private String when() {
    return TicketWords.range(face.event().startsAt(), face.event().endsAt(), language);
  }

  private String type() {
    return face.event()
        .ticketType(face.booking().ticketTypeId())
        .map(TicketType::name)
        .map(this::text)
        .orElseGet(() -> writable.text(face.booking().ticketTypeId()));
  }

  private String text(Text text) {
    return writable.text(text.in(language));
  }

  private String word(Text text) {
    return text.in(language);
  }
}
