using System.Buffers;
using Akka.Actor;
using Akka.IO;
using LanChat.Protocol;
using LanChat.Server.Metrics;

namespace LanChat.Server.Connections;

/// <summary>How a client is heard: read by read, no faster than the room answers, than the client itself reads, and than it may talk.</summary>
internal sealed partial class ConnectionActor
{
    private bool _owesRead = true;
    private bool _ended;
    private ClientMessage? _held;

    private bool AwaitsEntry => _asked is not null && _you is null;

    protected override void PostStop()
    {
        if (_held is not null) _gate.GiveBack();
        if (_offer is not null) _passes!.Withdraw(_offer.Token);
        _outbox.Clear();
        ServerMeter.Connections.Add(-1, _dialect);
    }

    private void Read(ByteString data)
    {
        _silentTicks = 0;
        _owesRead = true;
        var buffer = ArrayPool<byte>.Shared.Rent(data.Count);
        data.CopyTo(buffer, 0, data.Count);
        _ear.Hear(buffer.AsSpan(0, data.Count), Admit);
        ArrayPool<byte>.Shared.Return(buffer);
        AfterHearing();
    }

    private void AfterHearing()
    {
        if (!_closing && !_ear.IsPaused && Conversation.Patience is { } patience) StartTimer(Elapsed.Quiet, patience);
        else Timers.Cancel(nameof(Elapsed.Quiet));
        ReadOn();
    }

    /// <summary>
    /// Reads once more for the read before, as soon as all of that was heard, the room has answered it, and not too much waits for the client.
    /// </summary>
    private void ReadOn()
    {
        if (!_owesRead || (!_closing && (_awaitsRoom || _ear.IsPaused || _outbox.IsCrowded))) return;
        _owesRead = false;
        _client.Socket.Tell(Tcp.ResumeReading.Instance);
    }

    /// <summary>Takes a message now or, from somebody who says too much, when its turn comes; nothing is heard until then.</summary>
    private void Admit(ClientMessage message)
    {
        if (_closing) return;
        var wait = _gate.Take();
        if (_gate.IsFlooded)
        {
            Refuse(Refusal.Flooding);
        }
        else if (wait == TimeSpan.Zero)
        {
            Take(message);
        }
        else
        {
            _held = message;
            _ear.Pause();
            StartTimer(Elapsed.Turn, wait);
        }
    }

    private void TakeHeld()
    {
        var message = _held!;
        _held = null;
        _silentTicks = 0;
        Take(message);
        HearOn();
    }

    /// <summary>What the client said meanwhile is heard now, unless there is still something to wait for.</summary>
    private void HearOn()
    {
        if (!_ear.IsPaused || AwaitsEntry || _looksUp || _held is not null) return;
        _ear.Resume(Admit);
        AfterHearing();
        if (_ended) End();
    }

    /// <summary>The client will send no more; the room answers what it said, then it is closed.</summary>
    private void End()
    {
        _ended = true;
        if (_ear.IsPaused) return;
        if (Conversation.End() is { } message) Admit(message);
        if (!_closing && !_ear.IsPaused) Leave();
    }
}
