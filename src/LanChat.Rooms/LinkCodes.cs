using System.Globalization;
using System.Security.Cryptography;
using LanChat.Protocol;

namespace LanChat.Rooms;

/// <summary>
/// Codes that link a device to an account: eight digits, which people can type on a phone, valid
/// once and for five minutes. Guessing is limited twice: five wrong tries of one address, and a
/// hundred of all addresses, which makes the codes void.
/// </summary>
public sealed class LinkCodes
{
    /// <summary>How long a code is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int Digits = 8;
    private const int MaxWrong = 100;

    private readonly AttemptLimiter _attempts = new(Lifetime);
    private readonly Dictionary<string, (string Account, DateTime Until)> _codes = [];
    private int _wrong;

    /// <summary>Makes a code, such as <c>4711-0815</c>; an account has one at a time.</summary>
    public string Make(string account, Timestamp now)
    {
        RemoveOf(account);
        foreach (var (known, code) in _codes)
        {
            if (code.Until <= now.Utc) _codes.Remove(known);
        }

        if (_codes.Count == 0) _wrong = 0;
        string made;
        do made = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        while (!_codes.TryAdd(made, (account, now.Utc + Lifetime)));
        return $"{made[..4]}-{made[4..]}";
    }

    /// <summary>
    /// The account that a code is for; it stays valid until <see cref="Remove"/>.
    /// </summary>
    /// <param name="code">The code; everything but digits is ignored.</param>
    /// <param name="ip">The address it comes from.</param>
    /// <param name="now">The current time.</param>
    /// <param name="refusal">Why there is none.</param>
    public string? AccountOf(string code, string ip, Timestamp now, out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(code);
        refusal = _attempts.MayTry(ip, now) ? null : Refusal.TooManyTries;
        if (refusal is not null) return null;
        if (_codes.TryGetValue(DigitsOf(code), out var found) && found.Until > now.Utc) return found.Account;
        _attempts.Fail(ip, now);
        if (++_wrong >= MaxWrong) _codes.Clear();
        refusal = Refusal.CodeWrong with { Closes = true };
        return null;
    }

    /// <summary>The code of an account is void.</summary>
    public void RemoveOf(string account)
    {
        foreach (var (known, code) in _codes)
        {
            if (code.Account == account) _codes.Remove(known);
        }
    }

    /// <summary>A code was used.</summary>
    public void Remove(string code) => _codes.Remove(DigitsOf(code));

    private static string DigitsOf(string code) =>
        new([.. code.Where(char.IsAsciiDigit).Take(Digits + 1)]);
}
