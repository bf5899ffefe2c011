using System.Security.Cryptography;
using System.Text;
using LanChat.Browser.Tests.Browsers;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.Browser.Tests;

/// <summary>The page's own signatures, which it makes where the browser makes none.</summary>
public sealed class P256Specs
{
    private const string SignAll =
        """
        async ({ key, messages }) => {
          const { createPrivateKey, publicKeyOf, sign } = await import("/crypto/p256.js");
          const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
          const secret = key ? Uint8Array.from(key.match(/../g), (byte) => parseInt(byte, 16)) : createPrivateKey();
          const signatures = messages.map((message) => hex(sign(secret, new TextEncoder().encode(message))));
          return [hex(publicKeyOf(secret)), ...signatures];
        }
        """;

    // RFC 6979, appendix A.2.5.
    [BrowserFact]
    public async Task The_signatures_of_the_test_vectors_are_the_right_ones()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        var signed = await Sign(
            somebody, "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", "sample", "test");

        Assert.Equal(
            "3059301306072a8648ce3d020106082a8648ce3d030107034200"
            + "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
            signed[0]);
        Assert.Equal(
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
            + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
            signed[1]);
        Assert.Equal(
            "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
            + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
            signed[2]);
    }

    [BrowserFact]
    public async Task A_thousand_signatures_of_twenty_keys_are_valid()
    {
        await using var server = await ServerProgram.StartWithPage();
        await using var somebody = await Visitor.Open(server.Page);

        for (var number = 0; number < 20; number++)
        {
            string[] messages = [.. Enumerable.Range(0, 50).Select(index => $"{number} 厨房 {index}")];
            var signed = await Sign(somebody, key: null, messages);
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromHexString(signed[0]), out _);
            Assert.All(messages.Zip(signed.Skip(1)), one => Assert.True(key.VerifyData(
                Encoding.UTF8.GetBytes(one.First), Convert.FromHexString(one.Second), HashAlgorithmName.SHA256)));
        }
    }

    private static Task<string[]> Sign(Visitor visitor, string? key, params string[] messages) =>
        visitor.Page.EvaluateAsync<string[]>(SignAll, new { key, messages });
}
