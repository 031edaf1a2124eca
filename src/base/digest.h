/*
 * SHA-256, by libcrypto (which the workbook library brings along anyway).
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_TEXT	65	/* 64 hexadecimal digits and a NUL */

#define DIGEST_BASE64	45	/* the same in base64, and a NUL */

void	digest_sha256(const void *bytes, size_t len, char out[DIGEST_TEXT]);
/* As content security policies and integrity attributes write it. */
void	digest_sha256_base64(const void *bytes, size_t len,
	    char out[DIGEST_BASE64]);

#endif
