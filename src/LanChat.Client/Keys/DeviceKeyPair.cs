using System.Security.Cryptography;
using LanChat.Protocol;

namespace LanChat.Client.Keys;

/// <summary>The device key pair of this user; see PROTOCOL.md.</summary>
internal sealed class DeviceKeyPair
{
    private readonly ECDsa _key;

    public DeviceKeyPair(ECDsa key)
    {
        _key = key;
        Public = DeviceKey.TryCreate(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), out var known)
            ? known
            : throw new CryptographicException();
    }

    /// <summary>The public key.</summary>
    public DeviceKey Public { get; }

    /// <summary>Signs a challenge for the requested nickname.</summary>
    public string Sign(RoomEvent.Challenged challenge, string nickname) => Convert.ToBase64String(_key.SignData(
        DeviceKey.Proved(challenge.Room, challenge.Nonce, nickname),
        HashAlgorithmName.SHA256,
        DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
}
