using System.Security.Cryptography;
using LanChat.Protocol;

namespace LanChat.Client.Keys;

/// <summary>The key of this user on this computer, by which names belong to them; see PROTOCOL.md.</summary>
internal sealed class OwnKey
{
    private readonly ECDsa _key;

    public OwnKey(ECDsa key)
    {
        _key = key;
        Public = DeviceKey.TryCreate(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), out var known)
            ? known
            : throw new CryptographicException();
    }

    /// <summary>The half of it that everybody may know.</summary>
    public DeviceKey Public { get; }

    /// <summary>The answer to a challenge, for the name that was asked for.</summary>
    public string Sign(RoomEvent.Challenged challenge, string nickname) => Convert.ToBase64String(_key.SignData(
        DeviceKey.Proved(challenge.Room, challenge.Nonce, nickname),
        HashAlgorithmName.SHA256,
        DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
}
