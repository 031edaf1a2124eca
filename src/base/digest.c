#include "base/digest.h"

#include <openssl/evp.h>

#include "base/arena.h"

void
digest_sha256(const void *bytes, size_t len, char out[DIGEST_TEXT])
{
	static const char hex[] = "0123456789abcdef";
	unsigned char sum[EVP_MAX_MD_SIZE];
	unsigned n;

	/* It fails for want of memory only. */
	if (EVP_Digest(bytes, len, sum, &n, EVP_sha256(), NULL) != 1)
		arena_exhausted();
	for (unsigned i = 0; i < 32; i++) {
		out[2 * i] = hex[sum[i] >> 4];
		out[2 * i + 1] = hex[sum[i] & 15];
	}
	out[64] = '\0';
}
