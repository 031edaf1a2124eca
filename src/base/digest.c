#include "base/digest.h"

#include <openssl/evp.h>

#include "base/arena.h"

#define DIGEST_BYTES 32

static void
digest(const void *bytes, size_t len, unsigned char sum[EVP_MAX_MD_SIZE])
{
	unsigned n;

	/* It fails for want of memory only. */
	if (EVP_Digest(bytes, len, sum, &n, EVP_sha256(), NULL) != 1)
		arena_exhausted();
}

void
digest_sha256(const void *bytes, size_t len, char out[DIGEST_TEXT])
{
	static const char hex[] = "0123456789abcdef";
	unsigned char sum[EVP_MAX_MD_SIZE];

	digest(bytes, len, sum);
	for (size_t i = 0; i < DIGEST_BYTES; i++) {
		out[2 * i] = hex[sum[i] >> 4];
		out[2 * i + 1] = hex[sum[i] & 15];
	}
	out[DIGEST_TEXT - 1] = '\0';
}

void
digest_sha256_base64(const void *bytes, size_t len, char out[DIGEST_BASE64])
{
	unsigned char sum[EVP_MAX_MD_SIZE], text[DIGEST_BASE64];

	digest(bytes, len, sum);
	EVP_EncodeBlock(text, sum, DIGEST_BYTES);
	for (unsigned i = 0; i < DIGEST_BASE64; i++)
		out[i] = (char)text[i];
}
