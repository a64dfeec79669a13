package org.juxian.registration.printing;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.juxian.registration.catalogue.Event;
import org.juxian.registration.place.Booking;
import org.juxian.registration.ticket.QrCode;
import org.juxian.registration.ticket.Tickets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Prints a ticket on a page. */
@Service
public class PrintTicket {

  private final Tickets tickets;
  private final Typefaces typefaces;
  private final String publicUrl;

  PrintTicket(Tickets tickets, Typefaces typefaces, @Value("${juxian.issuer}") String publicUrl) {
    this.tickets = tickets;
    this.typefaces = typefaces;
    this.publicUrl = publicUrl;
  }

  /** The page as a PDF, with the letters that it needs inside; nothing while too many print. */
  public Optional<byte[]> pdf(Booking booking, Event event, Locale language) {
    ByteMatrix code = QrCode.modules(tickets.token(booking, event));
    String link = publicUrl + "/tickets/" + booking.id();
    return typefaces.lend(font -> page(new TicketFace(booking, event, code, link), font, language));
  }

  static byte[] page(TicketFace face, TrueTypeFont letters, Locale language) throws IOException {
    Writable writable = new Writable(letters);
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDType0Font font = PDType0Font.load(document, letters, true);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        new TicketPage(new Sheet(content, font, language), face, writable, language).draw();
      }
      String title = face.event().title().in(language);
      document.getDocumentInformation().setTitle(title);
      document.getDocumentCatalog().setLanguage(TicketWords.english(language) ? "en" : "zh-CN");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
