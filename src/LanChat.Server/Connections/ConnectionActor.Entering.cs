using System.Security.Cryptography;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Lookup;
using LanChat.Server.Rooms;

namespace LanChat.Server.Connections;

/// <summary>How a client enters: it proves its key, if it says that it has one, then the room is asked; and how it is looked after from then on.</summary>
internal sealed partial class ConnectionActor
{
    private const int NonceBytes = 32;

    private ClientMessage.Enter? _asked;
    private Member? _you;
    private (ClientMessage.Enter Enter, DeviceKey Key, string Nonce)? _challenge;

    private bool IsChallenged => _challenge is not null;

    private void Challenge(ClientMessage.Enter enter, string text)
    {
        if (!DeviceKey.TryCreate(text, out var key))
        {
            Refuse(Refusal.KeyInvalid);
            return;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        _challenge = (enter, key, nonce);
        Send(Encode(new RoomEvent.Challenged(_settings.Room.Name.Text, nonce)));
    }

    private void Check(string signature)
    {
        if (_challenge is not var (enter, key, nonce))
        {
            Refuse(Refusal.UnknownRequest);
            return;
        }

        _challenge = null;
        if (key.HasSigned(DeviceKey.Proved(_settings.Room.Name.Text, nonce, enter.Nickname), signature)) Ask(enter, key.Text);
        else Refuse(Refusal.KeyUnproven);
    }

    private void Ask(ClientMessage.Enter enter, string? key = null)
    {
        if (!Nick.TryCreate(enter.Nickname, _settings.Limits.Nickname, out var nick, out var refusal)
            && (key is null || !Nick.TryRecall(enter.Nickname, out nick)))
        {
            RefuseEntry(enter, refusal);
            return;
        }

        Nick? otherwise = enter.Otherwise is { } other && Nick.TryCreate(other, _settings.Limits.Nickname, out var second, out _) ? second : null;
        _asked = enter;
        _ear.Pause();
        Want(new RoomProtocol.Join(nick, _remote, otherwise, enter.Numbering, enter.Since)
        {
            Log = enter.Log,
            Unfit = refusal,
            Key = key,
            IsBeside = enter.IsBeside,
            SaysWhatItTook = true,
        });
    }

    private void RefuseEntry(ClientMessage.Enter enter, Refusal reason)
    {
        var again = enter.MayRetry && reason.Code.StartsWith("nickname-", StringComparison.Ordinal);
        Refuse(again ? reason with { Closes = false } : reason);
    }

    private void Reject(Refusal reason)
    {
        var asked = _asked!;
        _asked = null;
        _awaitsRoom = false;
        RefuseEntry(asked, reason);
        HearOn();
    }

    private void Enter(RoomProtocol.Joined joined)
    {
        _you = joined.You;
        _awaitsRoom = false;
        Timers.Cancel(nameof(Elapsed.Greeting));
        Conversation.Entered();
        var isRich = Encode(new RoomEvent.Pinged(0)).Count > 0;
        var taken = Nick.AreSame(_asked!.Nickname, joined.You.Nickname) ? null : _asked.Nickname;
        if (isRich && !_closing) _offer = _passes?.Issue(Self);
        Send(Encode(new RoomEvent.Welcomed(
            _settings.Room.Name.Text, joined.You, _settings.Limits.Line, _settings.Flood.Pace(), AnswersPings: true)
        {
            KnowsRefs = _settings.History.Refs > 0,
            LongestPage = Answers.Most,
            IsYours = joined.IsYours,
            Files = _offer,
            Log = joined.Log,
            Zone = WireTime.ZoneOf(_clock.LocalTimeZone),
            Taken = taken,
        }));
        Send(joined.Entrance.For(Encoder).Frames);
        if (taken is not null) Send(Encode(new RoomEvent.NameTaken(taken, joined.You.Nickname, Local, Now)));
        if (isRich) LookAfterRichClient();
        HearOn();
    }

    private void LookAfterRichClient()
    {
        if (_closing) return;
        _silentTicks = 1;
        Timers.StartPeriodicTimer(nameof(Elapsed.Ping), Elapsed.Ping, _settings.Liveness.Ping);
    }

    private void LookAfter()
    {
        // The first tick comes at any moment after the client's last word, so this counts from the second on.
        if (_silentTicks * _settings.Liveness.Ping >= _settings.Liveness.Idle) Refuse(Refusal.Silent);
        else if (_silentTicks > 0) Send(Encode(new RoomEvent.Pinged(_silentTicks)));
        _silentTicks++;
    }
}
