using LanChat.Protocol;
using LanChat.Rooms;

namespace LanChat.Server.Rooms;

/// <summary>
/// The one-time code by which somebody becomes an owner of the server. Valid for a day; wrong tries
/// are limited by address and never change it.
/// </summary>
internal sealed class OwnerCode
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly AttemptLimiter _attempts = new();
    private string? _hash;
    private DateTime _until;

    /// <summary>Makes a new code, which replaces an earlier one.</summary>
    public string Renew(Timestamp now)
    {
        var code = SecretCode.New();
        (_hash, _until) = (SecretCode.HashOf(code), now.Utc + Lifetime);
        return code;
    }

    /// <summary>Uses the code up; returns the refusal if it is wrong.</summary>
    public Refusal? Use(string code, string ip, Timestamp now)
    {
        if (!_attempts.MayTry(ip, now)) return Refusal.TooManyTries;
        if (_hash is null || now.Utc >= _until || SecretCode.HashOf(code) != _hash)
        {
            _attempts.Fail(ip, now);
            return Refusal.CodeWrong;
        }

        _hash = null;
        return null;
    }
}
