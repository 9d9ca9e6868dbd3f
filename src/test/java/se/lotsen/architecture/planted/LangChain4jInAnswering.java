package se.lotsen.architecture.planted;

import dev.langchain4j.data.embedding.Embedding;

class LangChain4jInAnswering {
    private final Embedding meaning = Embedding.from(new float[]{1});

    float[] meaning() {
        return meaning.vector();
    }
}
