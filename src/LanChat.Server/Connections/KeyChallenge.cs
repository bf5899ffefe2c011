using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using LanChat.Protocol;

namespace LanChat.Server.Connections;

/// <summary>A nonce that a client has to sign with its device key.</summary>
/// <param name="Entry">The client's greeting.</param>
/// <param name="Key">The public key the client claims.</param>
/// <param name="Nonce">32 random bytes in base64.</param>
internal sealed record KeyChallenge(EnterRequest Entry, DeviceKey Key, string Nonce)
{
    private const int NonceBytes = 32;

    /// <summary>Makes a challenge; returns false if the key is invalid.</summary>
    public static bool TryCreate(
        EnterRequest entry, string key, [NotNullWhen(true)] out KeyChallenge? challenge)
    {
        challenge = DeviceKey.TryCreate(key, out var known)
            ? new KeyChallenge(entry, known, Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes)))
            : null;
        return challenge is not null;
    }

    public bool IsProvenBy(string signature, RoomName room) =>
        Key.HasSigned(DeviceKey.Proved(room.Text, Nonce, Entry.Nickname), signature);
}
