package org.juxian.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.juxian.registration.questions.FileType;
import org.springframework.stereotype.Repository;

/**
 * The files that people brought to answer with, one bounded document each, in the collection {@code
 * answer-files}. One that no answer refers to is let go of after a while.
 */
@Repository
public class AnswerFileStore {

  /** A file with its content. */
  public static final class AnswerFile {

    private final String name;
    private final FileType type;
    private final byte[] content;

    public AnswerFile(String name, FileType type, byte[] content) {
      this.name = name;
      this.type = type;
      this.content = content.clone();
    }

    public String name() {
      return name;
    }

    public FileType type() {
      return type;
    }

    public byte[] content() {
      return content.clone();
    }
  }

  private final MongoCollection<Document> files;

  AnswerFileStore(MongoDatabase database) {
    this.files = database.getCollection("answer-files");
    files.createIndex(Indexes.ascending("personId", "attached"), new IndexOptions().name("person"));
    files.createIndex(Indexes.ascending("attached", "at"), new IndexOptions().name("age"));
  }

  public void add(String id, String personId, AnswerFile file, Instant at) {
    files.insertOne(
        new Document("_id", id)
            .append("personId", personId)
            .append("name", file.name())
            .append("type", file.type().name())
            .append("size", file.content().length)
            .append("content", new Binary(file.content()))
            .append("at", Date.from(at))
            .append("attached", false));
  }

  /** What the file is, if it is this person's. */
  public Optional<FileType> typeOf(String id, String personId) {
    return Optional.ofNullable(
            files
                .find(and(eq("_id", id), eq("personId", personId)))
                .projection(Projections.include("type"))
                .first())
        .map(found -> FileType.valueOf(found.getString("type")));
  }

  public Optional<AnswerFile> find(String id) {
    return Optional.ofNullable(files.find(eq("_id", id)).first())
        .map(
            found ->
                new AnswerFile(
                    found.getString("name"),
                    FileType.valueOf(found.getString("type")),
                    found.get("content", Binary.class).getData()));
  }

  /** How many files the person brought that no answer refers to. */
  public long loose(String personId) {
    return files.countDocuments(and(eq("personId", personId), eq("attached", false)));
  }

  /** Keeps these: an answer is about to refer to them. */
  public void attach(Collection<String> ids) {
    if (!ids.isEmpty()) {
      files.updateMany(in("_id", ids), Updates.set("attached", true));
    }
  }

  /** Lets go of what was brought before then and never referred to; says how many. */
  public long forgetLoose(Instant before) {
    return files
        .deleteMany(and(eq("attached", false), lt("at", Date.from(before))))
        .getDeletedCount();
  }
}
