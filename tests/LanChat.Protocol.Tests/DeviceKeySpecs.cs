using System.Security.Cryptography;
using System.Text;

namespace LanChat.Protocol.Tests;

public sealed class DeviceKeySpecs
{
    private static readonly byte[] Words = DeviceKey.Proved("Our room", "bm9uY2U=", "安");

    private static string Public(ECDsa key) => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    private static string Sign(
        ECDsa key, byte[] bytes, DSASignatureFormat format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation) =>
        Convert.ToBase64String(key.SignData(bytes, HashAlgorithmName.SHA256, format));

    [Fact]
    public void A_signature_of_the_key_verifies_and_others_do_not()
    {
        using var mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(DeviceKey.TryCreate(Public(mine), out var key));

        Assert.True(key.HasSigned(Words, Sign(mine, Words)));
        Assert.False(key.HasSigned(Words, Sign(other, Words)));
        Assert.False(key.HasSigned(Words, Sign(mine, DeviceKey.Proved("Our room", "bm9uY2V=", "安"))));
        Assert.False(key.HasSigned(Words, Sign(mine, Words, DSASignatureFormat.Rfc3279DerSequence)));
        Assert.Equal(Public(mine), key.Text);
    }

    [Fact]
    public void The_signed_text_has_four_lines() =>
        Assert.Equal("lanchat name 1\nOur room\nbm9uY2U=\n安", Encoding.UTF8.GetString(Words));

    [Theory]
    [InlineData("")]
    [InlineData("no base64")]
    [InlineData("AAAA")]
    public void An_invalid_signature_does_not_verify(string signature)
    {
        using var mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.True(DeviceKey.TryCreate(Public(mine), out var key));

        Assert.False(key.HasSigned(Words, signature));
        Assert.False(key.HasSigned(Words, new string('A', 100_000)));
    }

    [Fact]
    public void An_invalid_key_is_not_accepted()
    {
        using var mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var beside = mine.ExportSubjectPublicKeyInfo();
        beside[^1] ^= 1;

        foreach (var text in new[]
        {
            "", "key", Public(larger), Convert.ToBase64String(
                rsa.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(beside),
            Convert.ToBase64String(mine.ExportSubjectPublicKeyInfo()[..^1]), Convert.ToBase64String(
                [.. mine.ExportSubjectPublicKeyInfo(), 0]),
            new string('A', 124), new string('A', 1_000_000),
        })
        {
            Assert.False(DeviceKey.TryCreate(text, out _), text);
        }
    }
}
